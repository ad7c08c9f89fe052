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

import AddIcon from '@material-ui/icons/Add';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { postmortemCreatePermission } from 'backstage-plugin-postmortems-common';
import { newPostmortemRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { Hint } from './Hint';

const useStyles = makeStyles(theme => ({
  compact: {
    [theme.breakpoints.down('xs')]: {
      minWidth: 0,
      '& .MuiButton-startIcon': { margin: 0 },
    },
  },
  // Still what the button is called.
  label: {
    [theme.breakpoints.down('xs')]: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  },
}));

/** Leads to the form, with `entityRef` preselected. Without permission it says so instead. */
export function StartPostmortemButton(props: {
  entityRef?: string;
  /** Only an icon on narrow windows, where the words would leave no room for what is beside. */
  compact?: boolean;
}) {
  const { compact } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const form = useRouteRef(newPostmortemRouteRef)();
  const { allowed, loading } = usePermission({
    permission: postmortemCreatePermission,
  });
  const look = {
    variant: 'contained',
    color: 'primary',
    size: 'small',
    startIcon: <AddIcon />,
    className: compact ? classes.compact : undefined,
  } as const;
  const label = compact ? (
    <span className={classes.label}>{t('start.button')}</span>
  ) : (
    t('start.button')
  );

  if (!allowed) {
    const button = (
      <Button {...look} disabled>
        {label}
      </Button>
    );
    return loading ? (
      button
    ) : (
      <Hint title={t('start.forbidden')}>{button}</Hint>
    );
  }
  return (
    <LinkButton
      {...look}
      to={
        props.entityRef
          ? `${form}?entityRef=${encodeURIComponent(props.entityRef)}`
          : form
      }
    >
      {label}
    </LinkButton>
  );
}
