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
    // The deadline passed after the server answered.
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
