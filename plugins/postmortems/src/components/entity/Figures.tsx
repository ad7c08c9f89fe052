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

import { useLocation } from 'react-router-dom';
import Skeleton from '@material-ui/lab/Skeleton';
import type { ComplianceFigures } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { dueStatuses, percentOnTime } from '../figures';
import { writeFilter } from '../filters';
import type { UrlFilter } from '../filters';
import { useNow, useTimeWords } from '../shared';
import { Figure } from './Figure';

/** How an entity fares, in three numbers that filter the list below them. */
export function Figures(props: { figures: ComplianceFigures }) {
  const { figures } = props;
  const { counts, due, lastStartedAt } = figures;
  const { t } = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const { pathname } = useLocation();

  const listOf = (filter: UrlFilter) =>
    `${pathname}?${writeFilter(new URLSearchParams(), filter)}`;
  const percent = percentOnTime(figures);

  return (
    <>
      {percent === undefined ? (
        <Figure value="–" label={t('figures.nothingDue')} />
      ) : (
        <Figure
          value={t('figures.percent', { percent: String(percent) })}
          label={t('figures.onTime', {
            met: String(counts.met),
            due: String(due),
          })}
          to={listOf({ complianceStatus: dueStatuses })}
        />
      )}
      <Figure
        value={counts.overdue}
        label={t('figures.overdue', { count: counts.overdue })}
        alarming={counts.overdue > 0}
        to={
          counts.overdue > 0
            ? listOf({ complianceStatus: ['overdue'] })
            : undefined
        }
      />
      {lastStartedAt && (
        <Figure
          value={words.relative(lastStartedAt, now)}
          label={t('figures.lastIncident')}
          to={listOf({ startedAfter: lastStartedAt })}
        />
      )}
    </>
  );
}

/** In their place while they load. */
export function FiguresSkeleton() {
  return (
    <>
      {[150, 120, 120].map((width, index) => (
        <Skeleton key={index} variant="rect" width={width} height={63} />
      ))}
    </>
  );
}
