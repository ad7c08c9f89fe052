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

import type { Policy } from 'backstage-plugin-postmortems-common';
import { PolicyBook } from './PolicyBook';
import type { ActionItemRule } from './PolicyBook';
import { SeverityScale } from './SeverityScale';

const policy = (overrides: Partial<Policy>): Policy => ({
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  satisfiedBy: 'published',
  actionItemsToPublish: 'required',
  warnBeforeHours: 24,
  rules: [],
  ...overrides,
});

const first = policy({ effectiveFrom: '2025-01-01' });
const second = policy({
  effectiveFrom: '2026-01-01',
  timeZone: 'America/New_York',
});
const rules: ActionItemRule[] = [
  { severity: 'SEV-1', priorities: ['P0'], due: { hours: 1 } },
];

describe('PolicyBook', () => {
  const book = new PolicyBook(new SeverityScale([{ id: 'SEV-1' }]), [
    { policy: second, actionItems: rules },
    { policy: first, actionItems: [] },
  ]);

  it('lists the policies in the order in which they come into force', () => {
    expect(book.policies).toEqual([first, second]);
  });

  it.each([
    ['2025-06-01T00:00:00Z', first],
    // A policy comes into force with the day in its own zone.
    ['2026-01-01T04:59:59.999Z', first],
    ['2026-01-01T05:00:00.000Z', second],
    ['2030-01-01T00:00:00Z', second],
    // Older than every policy: the earliest.
    ['2019-01-01T00:00:00Z', first],
  ])(
    'judges an incident that started at %s by the policy then in force',
    (at, expected) => {
      expect(book.policyFor(new Date(at))).toBe(expected);
      expect(book.inForce(new Date(at))).toBe(expected);
    },
  );

  it('has the rules for action items that came with the policy', () => {
    expect(book.actionItemRulesFor(new Date('2025-06-01T00:00:00Z'))).toEqual(
      [],
    );
    expect(book.actionItemRulesFor(new Date('2026-06-01T00:00:00Z'))).toBe(
      rules,
    );
  });

  it('takes a policy without effectiveFrom as always in force', () => {
    const always = policy({});
    const versions = [second, always].map(p => ({
      policy: p,
      actionItems: [],
    }));
    const lone = new PolicyBook(new SeverityScale([{ id: 'SEV-1' }]), versions);
    expect(lone.policyFor(new Date('1999-01-01T00:00:00Z'))).toBe(always);
    expect(lone.policyFor(new Date('2026-06-01T00:00:00Z'))).toBe(second);
  });
});
