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

import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentSourceState } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { OptionFilter } from '../filters';
import {
  GroupBySwitch,
  LoadError,
  StateMessage,
  SubtleText,
  useNow,
  usePostmortemsData,
} from '../shared';
import { Pages } from '../table';
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

/** What came in, first of all what could not be applied. */
export function Deliveries(props: { sources: IncidentSourceState[] }) {
  const { sources } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { shown, source, query, show, showSources, goTo } = useDeliveryFilter();
  const question = JSON.stringify(query);
  const { value, error, loading, retry } = usePostmortemsData(
    api => api.listIncidentDeliveries({ query }),
    [question],
  );
  const now = useNow();
  usePolling(
    value?.items.some(delivery => isBeingApplied(delivery, now)) ?? false,
  );
  // Only from the list of all that is not applied can be told that something was.
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
