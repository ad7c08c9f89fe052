import { useState } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentSourceState } from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { dayInWords } from '../../ui/filters/days';
import { statusColors } from '../../ui/labels/statusColors';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Link } from '../../ui/navigation/Link';
import { TooLargeNote } from './TooLargeNote';
import { BackfillDialog } from './BackfillDialog';
import { WebhookAddress } from './WebhookAddress';
import { deliveryStatusKeys, deliveryStatuses } from './deliveryStatus';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    padding: theme.spacing(2),
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    ...theme.typography.body2,
  },
  parked: {
    color: statusColors(theme.palette.type).dueSoon,
    fontWeight: 600,
  },
}));

/** The state of a source. */
export function SourceCard(props: { source: IncidentSourceState }) {
  const { source } = props;
  const { id, title, lastDelivery, deliveries, ignoredTypes } = source;
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();
  const [asking, setAsking] = useState(false);
  const [askedSince, setAskedSince] = useState<string>();

  return (
    <Paper
      variant="outlined"
      component="article"
      className={classes.root}
      aria-label={title}
    >
      <div className={classes.head}>
        <Typography variant="h6" component="h2">
          {title}
        </Typography>
        {source.canBackfill && (
          <Button
            size="small"
            variant="outlined"
            aria-label={t('incidentSources.card.backfillOf', { source: title })}
            onClick={() => setAsking(true)}
          >
            {t('incidentSources.card.backfill')}
          </Button>
        )}
      </div>
      <SubtleText>
        {lastDelivery
          ? t('incidentSources.card.last', {
              when: <RelativeTime value={lastDelivery.receivedAt} />,
              status: t(deliveryStatusKeys[lastDelivery.status]),
            })
          : t('incidentSources.card.noneYet')}
      </SubtleText>
      <WebhookAddress path={source.webhookPath} />
      <ul
        className={classes.counts}
        aria-label={t('incidentSources.card.deliveries')}
      >
        {deliveryStatuses.map(status => {
          const text = t('incidentSources.card.count', {
            status: t(deliveryStatusKeys[status]),
            value: deliveries[status].toLocaleString(locale),
          });
          return (
            <li key={status}>
              {deliveries[status] === 0 ? (
                text
              ) : (
                <Link
                  to={`?status=${status}&source=${id}#deliveries`}
                  className={status === 'parked' ? classes.parked : undefined}
                >
                  {text}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
      {ignoredTypes.length > 0 && (
        <SubtleText variant="caption">
          {t('incidentSources.card.ignored')}:{' '}
          {ignoredTypes
            .map(({ type, count }) =>
              t('incidentSources.card.ignoredType', {
                type: type || t('incidentSources.deliveries.unread'),
                value: count.toLocaleString(locale),
              }),
            )
            .join(', ')}
        </SubtleText>
      )}
      <TooLargeNote source={source} />
      {askedSince && (
        <SubtleText role="status">
          {t('incidentSources.card.fetching', {
            day: dayInWords(askedSince, locale),
          })}
        </SubtleText>
      )}
      {asking && (
        <BackfillDialog
          source={source}
          onClose={() => setAsking(false)}
          onAsked={setAskedSince}
        />
      )}
    </Paper>
  );
}
