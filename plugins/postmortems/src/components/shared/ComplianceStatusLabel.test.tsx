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

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { DateTime } from 'luxon';
import { ComplianceStatusLabel } from './ComplianceStatusLabel';
import type { ComplianceFacts } from './complianceWords';

const inHours = (hours: number) => DateTime.utc().plus({ hours }).toISO();

describe('ComplianceStatusLabel', () => {
  it.each<[string, ComplianceFacts]>([
    ['Not required', { complianceStatus: 'not-required' }],
    ['Pending', { complianceStatus: 'pending' }],
    ['Due in 2 d', { complianceStatus: 'on-track', dueAt: inHours(49) }],
    ['Due in 5 h', { complianceStatus: 'due-soon', dueAt: inHours(5.5) }],
    ['Overdue 4 d', { complianceStatus: 'overdue', dueAt: inHours(-97) }],
    // The deadline passed since the server answered.
    ['Overdue 1 min', { complianceStatus: 'due-soon', dueAt: inHours(-0.01) }],
    ['Met', { complianceStatus: 'met', dueAt: inHours(-97) }],
    [
      'Late by 1 d',
      {
        complianceStatus: 'late',
        dueAt: inHours(-97),
        completedAt: inHours(-70),
      },
    ],
    ['Waived', { complianceStatus: 'waived', dueAt: inHours(-97) }],
  ])('says %s', async (words, postmortem) => {
    renderInTestApp(<ComplianceStatusLabel postmortem={postmortem} />);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});
