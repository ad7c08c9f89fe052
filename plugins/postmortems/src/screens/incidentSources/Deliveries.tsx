import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentSourceState } from 'backstage-plugin-postmortems-common';
import { incidentQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { GroupBySwitch } from '../../ui/controls/GroupBySwitch';
import { useNow } from '../../ui/dates/useNow';
import { LoadError } from '../../ui/feedback/LoadError';
import { StateMessage } from '../../ui/feedback/StateMessage';
import { OptionFilter } from '../../ui/filters/OptionFilter';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Pages } from '../../ui/table/Pages';
import { DeliveryTable } from './DeliveryTable';
import { Section } from './Section';
import { deliveryStatusKeys, deliveryStatuses } from './deliveryStatus';
import { isBeingApplied } from './isBeingApplied';
import { useDeliveryFilter } from './useDeliveryFilter';
import type { ShownDeliveries } from './useDeliveryFilter';
import { usePolling } from './usePolling';
import { useReplay } from './useReplay';

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    maxWidth: '100%',
  },
}));

/** Deliveries. Shows unapplied ones by default. */
export function Deliveries(props: { sources: IncidentSourceState[] }) {
  const { sources } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { shown, source, query, show, showSources, goTo } = useDeliveryFilter();
  const question = JSON.stringify(query);
  const { value, error, loading, retry } = useLoaded(
    incidentQueries.deliveries(query),
  );
  const now = useNow();
  usePolling(
    value?.items.some(delivery => isBeingApplied(delivery, now)) ?? false,
  );
  // If a delivery is missing from the unapplied ones, it was applied. It may be missing from other
  // lists for other reasons.
  const tells = shown === 'open' && !loading;
  const replay = useReplay(tells ? value?.items : undefined, question);

  const options: { value: ShownDeliveries; label: string }[] = [
    { value: 'open', label: t('incidentSources.deliveries.open') },
    ...deliveryStatuses.map(status => ({
      value: status,
      label: t(deliveryStatusKeys[status]),
    })),
  ];

  return (
    <Section
      id="deliveries"
      title={t('incidentSources.deliveries.title')}
      text={t('incidentSources.deliveries.text')}
      actions={
        <div className={classes.filters}>
          <GroupBySwitch
            label={t('incidentSources.deliveries.show')}
            options={options}
            value={shown}
            onChange={show}
          />
          {sources.length > 1 && (
            <OptionFilter
              label={t('incidentSources.deliveries.source')}
              options={sources.map(({ id, title }) => ({
                value: id,
                label: title,
              }))}
              selected={source}
              onChange={showSources}
            />
          )}
        </div>
      }
    >
      <SubtleText role="status">{replay.message}</SubtleText>
      <Paper variant="outlined">
        {error ? (
          <LoadError error={error} retry={retry} />
        ) : (
          <DeliveryTable
            deliveries={value?.items}
            loading={loading}
            replay={replay}
            placeholder={
              value?.items.length === 0 &&
              !loading && (
                <StateMessage
                  title={t(
                    shown === 'open'
                      ? 'incidentSources.deliveries.noneOpen'
                      : 'incidentSources.deliveries.none',
                  )}
                >
                  {t('incidentSources.deliveries.noneText')}
                </StateMessage>
              )
            }
          />
        )}
        {value && <Pages pageInfo={value.pageInfo} goTo={goTo} />}
      </Paper>
    </Section>
  );
}
