import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentDelivery } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { useNow } from '../../ui/dates/useNow';
import { SubtleText } from '../../ui/layout/SubtleText';
import { ListTable } from '../../ui/table/ListTable';
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

/** A delivery's content, and the reason why it couldn't be applied. */
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

/** Deliveries, with their status and a replay button. */
export function DeliveryTable(props: {
  /** Undefined during the first load. */
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
