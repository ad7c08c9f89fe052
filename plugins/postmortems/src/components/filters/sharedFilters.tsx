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

import { affectableEntityKinds } from '../../entityKinds';
import { useTexts } from '../../translation';
import { usePolicy } from '../shared';
import { EntityFilter } from './EntityFilter';
import { OptionFilter } from './OptionFilter';
import type { UrlFilterState } from './useUrlFilter';

/* Filters that lists of postmortems and of action items share. */

/** By governing severity. */
export function SeverityFilter(props: { state: UrlFilterState }) {
  const { filter, change } = props.state;
  const { t } = useTexts();
  const policy = usePolicy();
  return (
    <OptionFilter
      label={t('filters.severity')}
      options={(policy?.severities ?? []).map(({ id }) => ({
        value: id,
        label: id,
      }))}
      selected={filter.severity}
      onChange={severity => change({ severity })}
    />
  );
}

/** By what the incident affected. */
export function AffectedFilter(props: { state: UrlFilterState }) {
  const { filter, change } = props.state;
  const { t } = useTexts();
  return (
    <EntityFilter
      label={t('filters.entity')}
      kinds={affectableEntityKinds}
      selected={filter.entityRef}
      onChange={entityRef => change({ entityRef })}
    />
  );
}

/** By owner, of one of these kinds. */
export function OwnerFilter(props: { state: UrlFilterState; kinds: string[] }) {
  const { filter, change } = props.state;
  const { t } = useTexts();
  return (
    <EntityFilter
      label={t('filters.owner')}
      kinds={props.kinds}
      extraOptions={[{ value: 'none', label: t('owner.none') }]}
      selected={filter.ownerRef}
      onChange={ownerRef => change({ ownerRef })}
    />
  );
}
