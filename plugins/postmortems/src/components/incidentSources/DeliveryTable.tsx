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

import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentDelivery } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { RelativeTime, SubtleText, useNow } from '../shared';
import { ListTable } from '../table';
import { DeliveryStatusLabel } from './DeliveryStatusLabel';
import { isBeingApplied } from './isBeingApplied';
import type { Replay } from './useReplay';

const useStyles = makeStyles(theme => ({
  reason: {
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    marginTop: theme.spacing(0.25),
  },
}));

/** What a delivery told, and why it could not be applied. */
function DeliveryTitle(props: { delivery: IncidentDelivery }) {
  const { kind, type, error, attempts, id } = props.delivery;
  const classes = useStyles();
  const { t } = useTexts();
  const name =
    kind === 'backfill'
      ? t('incidentSources.deliveries.backfill')
      : type ?? t('incidentSources.deliveries.unread');
  return (
    <>
      {`#${id} ${name}`}
      {error && (
        <div className={classes.reason}>
          <SubtleText>
            {error} (
            {t('incidentSources.deliveries.attempts', { count: attempts })})
          </SubtleText>
        </div>
      )}
    </>
  );
}

/** Deliveries, each with what became of it and the means to apply it once more. */
export function DeliveryTable(props: {
  /** Absent while the first ones load. */
  deliveries?: IncidentDelivery[];
  loading: boolean;
  replay: Replay;
  placeholder?: ReactNode;
}) {
  const { deliveries, loading, replay, placeholder } = props;
  const { t } = useTexts();
  const now = useNow();

  return (
    <ListTable
      label={t('incidentSources.deliveries.title')}
      title={{
        label: t('incidentSources.deliveries.type'),
        render: delivery => <DeliveryTitle delivery={delivery} />,
      }}
      columns={[
        {
          name: 'source',
          label: t('incidentSources.deliveries.source'),
          width: 130,
          priority: 3,
          render: delivery => delivery.sourceTitle,
        },
        {
          name: 'receivedAt',
          label: t('incidentSources.deliveries.received'),
          width: 120,
          priority: 2,
          render: delivery => <RelativeTime value={delivery.receivedAt} />,
        },
        {
          name: 'status',
          label: t('incidentSources.deliveries.status'),
          width: 170,
          priority: 1,
          render: delivery => <DeliveryStatusLabel delivery={delivery} />,
        },
        {
          name: 'replay',
          label: t('incidentSources.deliveries.action'),
          width: 100,
          priority: 1,
          render: delivery => (
            <Button
              size="small"
              color="primary"
              disabled={
                replay.askedFor === delivery.id || isBeingApplied(delivery, now)
              }
              aria-label={t('incidentSources.deliveries.replayOf', {
                id: delivery.id,
                source: delivery.sourceTitle,
              })}
              onClick={() => replay.replay(delivery)}
            >
              {t('incidentSources.deliveries.replay')}
            </Button>
          ),
        },
      ]}
      rows={deliveries}
      loading={loading}
      skeletonRows={3}
      placeholder={placeholder}
    />
  );
}
