/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ActionItem,
  ListedActionItem,
} from 'backstage-plugin-postmortems-common';
import { postmortemRouteRef } from '../../../routes';
import { RestrictedLock, subtleColor } from '../../shared';
import { addressOf } from '../parts';

const useStyles = makeStyles(theme => ({
  id: {
    color: subtleColor(theme),
    fontVariantNumeric: 'tabular-nums',
    // Wide enough for most, so that the titles begin at one line.
    display: 'inline-block',
    minWidth: theme.spacing(9),
    marginRight: theme.spacing(0.5),
  },
  title: { fontWeight: 500 },
}));

/**
 * Id and title of an action item, leading to where it stands in its postmortem, and whether not
 * everybody sees that.
 */
export function ActionItemLink(props: {
  item: Pick<ActionItem, 'id' | 'title'> &
    Partial<Pick<ListedActionItem, 'postmortem'>>;
}) {
  const { item } = props;
  const { id, key } = addressOf(item);
  const classes = useStyles();
  const to = `${useRouteRef(postmortemRouteRef)({ id })}#${key}`;

  return (
    <Link to={to} title={item.title}>
      <span className={classes.id}>{`${item.id} `}</span>
      {item.postmortem?.visibility === 'restricted' && <RestrictedLock />}
      <span className={classes.title}>{item.title}</span>
    </Link>
  );
}
