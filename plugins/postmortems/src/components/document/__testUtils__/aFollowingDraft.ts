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

import type {
  Postmortem,
  SourceFact,
} from 'backstage-plugin-postmortems-common';
import { aDraft } from './aDraft';

const source = { source: 'pagerduty', sourceTitle: 'PagerDuty' };

function aFact(fact: Pick<SourceFact, 'field' | 'state' | 'value'>) {
  return { ...source, ...fact };
}

const differingTitle = {
  ...aFact({
    field: 'title',
    state: 'differs',
    value: 'Checkout down in one region',
  }),
  at: '2026-03-12T10:00:00Z',
};
const differingSeverity = aFact({
  field: 'severityHistory',
  state: 'differs',
  value: [
    { severity: 'SEV-3', at: '2026-03-12T09:14:00Z' },
    { severity: 'SEV-2', at: '2026-03-12T09:40:00Z' },
  ],
});

/** A draft of an incident of PagerDuty, two of whose facts have to be chosen. */
export function aFollowingDraft(
  overrides: Partial<Postmortem> = {},
): Postmortem {
  return aDraft({
    incidents: [
      {
        id: '1',
        ...source,
        key: 'Q1',
        title: 'Checkout down in one region',
        url: 'https://pagerduty.example.com/Q1',
      },
      { id: '2', ...source, key: 'Q2', title: 'Carts are empty' },
    ],
    sourceFacts: [
      differingTitle,
      differingSeverity,
      aFact({
        field: 'entityRefs',
        state: 'same',
        value: ['component:default/checkout-api'],
      }),
      aFact({ field: 'outcome', state: 'same', value: 'incident' }),
      aFact({ field: 'commanderRef', state: 'same', value: undefined }),
    ],
    ...overrides,
  });
}
