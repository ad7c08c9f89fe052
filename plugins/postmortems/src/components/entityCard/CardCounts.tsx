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
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import WarningIcon from '@material-ui/icons/Warning';
import { useTexts } from '../../translation';
import { countOpen } from '../actionItems/list/openWork';
import type { EntityFigures } from '../entity/useEntityFigures';
import { linkTo } from '../filters';
import { statusColors } from '../shared';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    ...theme.typography.body2,
  },
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  overdue: { color: statusColors(theme.palette.type).overdue, fontWeight: 600 },
  met: { color: statusColors(theme.palette.type).met },
  icon: { fontSize: theme.typography.pxToRem(16) },
}));

/** What is overdue and what is open, each leading to the list of it. */
export function CardCounts(props: {
  figures: EntityFigures;
  root: string;
  entityRef: string;
}) {
  const { root } = props;
  const { postmortems, actionItems } = props.figures;
  const classes = useStyles();
  const { t } = useTexts();
  const within = { entityRef: [props.entityRef] };
  const overdue = postmortems.counts.overdue;
  const open = countOpen(actionItems);

  const alarm = (to: string, text: string) => (
    <li>
      <Link to={to} className={`${classes.count} ${classes.overdue}`}>
        <WarningIcon className={classes.icon} aria-hidden />
        {text}
      </Link>
    </li>
  );
  return (
    <ul className={classes.root}>
      {overdue > 0 &&
        alarm(
          linkTo(`${root}/all`, { ...within, complianceStatus: ['overdue'] }),
          t('card.overduePostmortems', { count: overdue }),
        )}
      {actionItems.overdue > 0 &&
        alarm(
          linkTo(`${root}/action-items`, { ...within, overdue: 'true' }),
          t('card.overdueActionItems', { count: actionItems.overdue }),
        )}
      {open > 0 && (
        <li>
          <Link to={linkTo(`${root}/action-items`, within)}>
            {t('card.openActionItems', { count: open })}
          </Link>
        </li>
      )}
      {overdue === 0 && open === 0 && (
        <li className={classes.count}>
          <CheckIcon className={`${classes.icon} ${classes.met}`} aria-hidden />
          {t('card.nothingOpen')}
        </li>
      )}
    </ul>
  );
}
