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

import { ConfigReader } from '@backstage/config';
import { deadlineFacts } from './deadlineFacts';
import { readPolicyConfig } from './readPolicyConfig';

const book = readPolicyConfig(
  new ConfigReader({
    postmortems: {
      policies: [
        {
          effectiveFrom: '2025-01-01',
          rules: [{ severity: 'SEV-1', due: { hours: 48 } }],
        },
        { effectiveFrom: '2026-01-01', warnBefore: { hours: 12 } },
      ],
    },
  }),
);

const START = '2026-03-12T09:00:00Z';

describe('deadlineFacts', () => {
  it('derives all that the store keeps', () => {
    const facts = deadlineFacts(
      {
        startedAt: new Date(START),
        resolvedAt: new Date('2026-03-13T09:00:00Z'),
        severityHistory: [
          { severity: 'SEV-3', at: START },
          { severity: 'SEV-2', at: '2026-03-12T10:00:00Z' },
          { severity: 'SEV-3', at: '2026-03-12T11:00:00Z' },
        ],
        extension: { dueAt: '2026-03-25T12:00:00Z' },
        calendarOverrides: { holidays: { extra: ['2026-03-16'] } },
      },
      book,
    );
    expect(facts).toMatchObject({
      governingSeverity: 'SEV-2',
      governingRank: 2,
      required: true,
      rule: { severity: 'SEV-2', due: { businessDays: 5 } },
      dueAt: new Date('2026-03-25T12:00:00Z'),
      warnAt: new Date('2026-03-25T00:00:00Z'),
      policy: { effectiveFrom: '2026-01-01' },
    });
    expect(facts.deadline).toMatchObject({
      dueAt: '2026-03-25T12:00:00.000Z',
      originalDueAt: '2026-03-23T23:59:59.999Z',
    });
  });

  it('has no deadline while the incident goes on', () => {
    const facts = deadlineFacts(
      {
        startedAt: new Date(START),
        severityHistory: [{ severity: 'SEV-1', at: START }],
      },
      book,
    );
    expect(facts).toMatchObject({
      governingSeverity: 'SEV-1',
      required: true,
      rule: { severity: 'SEV-1', due: { calendarDays: 3 } },
    });
    expect([facts.deadline, facts.dueAt, facts.warnAt]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each(['SEV-4', 'a severity of the past'])(
    'requires nothing where no rule covers %s',
    severity => {
      const facts = deadlineFacts(
        {
          startedAt: new Date(START),
          resolvedAt: new Date(START),
          severityHistory: [{ severity, at: START }],
        },
        book,
      );
      expect(facts.required).toBe(false);
      expect(facts.governingSeverity).toBe(severity);
      expect(facts.deadline).toBe(undefined);
    },
  );

  it('judges by the policy in force at the start, not at the resolution', () => {
    const facts = deadlineFacts(
      {
        startedAt: new Date('2025-12-31T23:00:00Z'),
        resolvedAt: new Date('2026-01-01T12:00:00Z'),
        severityHistory: [{ severity: 'SEV-1', at: '2025-12-31T23:00:00Z' }],
      },
      book,
    );
    expect(facts.dueAt).toEqual(new Date('2026-01-03T12:00:00Z'));
  });
});
