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

import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/Check';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import PauseCircleOutlineIcon from '@material-ui/icons/PauseCircleOutline';
import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentDelivery } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { statusColors, subtleColor, useNow, useTimeWords } from '../shared';
import { deliveryStatusKeys } from './deliveryStatus';
import { isBeingApplied } from './isBeingApplied';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: subtleColor(theme),
  },
  parked: {
    color: statusColors(theme.palette.type).dueSoon,
    fontWeight: 600,
  },
}));

const icons = {
  pending: HourglassEmptyIcon,
  applied: CheckIcon,
  ignored: BlockIcon,
  parked: PauseCircleOutlineIcon,
};

/** What became of a delivery. */
export function DeliveryStatusLabel(props: { delivery: IncidentDelivery }) {
  const { delivery } = props;
  const { status, nextAttemptAt } = delivery;
  const classes = useStyles();
  const { t } = useTexts();
  const words = useTimeWords();
  const now = useNow();

  if (isBeingApplied(delivery, now)) {
    return (
      <span className={classes.root}>
        <CircularProgress size={14} color="inherit" aria-hidden />
        {t('incidentSources.deliveries.applying')}
      </span>
    );
  }
  const Icon = icons[status];
  return (
    <span
      className={`${classes.root} ${status === 'parked' ? classes.parked : ''}`}
    >
      <Icon fontSize="inherit" aria-hidden />
      {status === 'pending' && nextAttemptAt
        ? t('incidentSources.deliveries.again', {
            when: words.relative(nextAttemptAt, now),
          })
        : t(deliveryStatusKeys[status])}
    </span>
  );
}
