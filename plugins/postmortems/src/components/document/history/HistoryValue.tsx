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

import { Fragment } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { DateTime } from 'luxon';
import {
  outcomeSchema,
  statusSchema,
  visibilitySchema,
} from 'backstage-plugin-postmortems-common';
import { useLocale, useTexts } from '../../../translation';
import { StatusLabel, TimeTooltip, outcomeKeys } from '../../shared';

const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const ENTITY_REF =
  /^(user|group|component|api|resource|system|domain):[^:/\s]+\/[^:/\s]+$/;

/** The members of a recorded value that say what it is, the most telling first. */
const TELLING = ['text', 'title', 'dueAt', 'scheduledFor', 'url', 'severity'];

/** A value before or after a change, as one would say it. */
export function HistoryValue(props: { value: unknown }) {
  const { value } = props;
  const { t } = useTexts();

  if (value === undefined || value === null || value === '') {
    return <>{t('document.history.nothing')}</>;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return <>{t('document.history.nothing')}</>;
    return (
      <>
        {value.map((each, index) => (
          <Fragment key={index}>
            {index > 0 && ', '}
            <HistoryValue value={each} />
          </Fragment>
        ))}
      </>
    );
  }
  if (typeof value === 'object') {
    const members = value as Record<string, unknown>;
    if (typeof members.userRef === 'string') {
      return (
        <>
          <HistoryValue value={members.userRef} /> ({String(members.role)})
        </>
      );
    }
    const telling = TELLING.find(name => members[name] !== undefined);
    return <HistoryValue value={telling && members[telling]} />;
  }
  return <TextValue value={String(value)} />;
}

function TextValue(props: { value: string }) {
  const { value } = props;
  const { t } = useTexts();
  const locale = useLocale();

  const status = statusSchema.safeParse(value);
  if (status.success) return <StatusLabel status={status.data} />;
  const outcome = outcomeSchema.safeParse(value);
  if (outcome.success) return <>{t(`outcome.${outcomeKeys[outcome.data]}`)}</>;
  const visibility = visibilitySchema.safeParse(value);
  if (visibility.success) return <>{t(`visibility.${visibility.data}`)}</>;
  if (TIMESTAMP.test(value)) {
    return (
      <TimeTooltip value={value}>
        {DateTime.fromISO(value).toLocaleString(DateTime.DATETIME_MED, {
          locale,
        })}
      </TimeTooltip>
    );
  }
  if (ENTITY_REF.test(value)) {
    return <EntityRefLink entityRef={value} hideIcon />;
  }
  return <>{value}</>;
}
