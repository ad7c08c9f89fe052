import { mockApis } from '@backstage/frontend-test-utils';
import { postmortemsTranslationRef } from '../../../texts/ref';
import type { TellText } from '../../../texts/useTexts';
import {
  actionItemsFinding,
  factorsFinding,
  falseAlarmsFinding,
  incidentsFinding,
  onTimeFinding,
  repeatsFinding,
  struckAgainFinding,
  timesFinding,
  uncoveredFinding,
} from './findings';

const say = {
  t: (
    mockApis
      .translation()
      .getTranslation(postmortemsTranslationRef) as unknown as { t: TellText }
  ).t,
  duration: (minutes: number) => `${Math.round(minutes)} min`,
};

describe('findings', () => {
  it.each([
    [
      { count: 34, before: 40 },
      '34 incidents, 6 fewer than in the previous period',
    ],
    [
      { count: 34, before: 30 },
      '34 incidents, 4 more than in the previous period',
    ],
    [{ count: 1, before: 1 }, '1 incident, as many as in the previous period'],
    [{ count: 5 }, '5 incidents'],
    [{ count: 0, before: 3 }, 'No incidents in this time range'],
  ])('incidents: %j', (facts, sentence) => {
    expect(incidentsFinding(facts, say)).toBe(sentence);
  });

  const time = { measure: 'mitigate' as const, n: 14, values: [] };
  it.each([
    [
      { ...time, median: 85, before: 130 },
      'Median time to mitigate fell from 130 min to 85 min; n\u00a0=\u00a014',
    ],
    [
      { ...time, median: 85, before: 60 },
      'Median time to mitigate rose from 60 min to 85 min; n\u00a0=\u00a014',
    ],
    // Differs by less than is shown.
    [
      { ...time, median: 85, before: 85.4 },
      'Median time to mitigate stayed at 85 min; n\u00a0=\u00a014',
    ],
    [
      { ...time, median: 85 },
      'Median time to mitigate: 85 min; n\u00a0=\u00a014',
    ],
    [
      { ...time, n: 2, values: [9, 12] },
      'Time to mitigate: 9 min, 12 min; too few for a median',
    ],
    [{ ...time, n: 0 }, 'No postmortem has a time to mitigate'],
  ])('times: %j', (facts, sentence) => {
    expect(timesFinding(facts, say)).toBe(sentence);
  });

  const none = { part: 0, of: 0 };
  it.each([
    [none, none, 'No postmortems were due in this time range'],
    [{ part: 10, of: 12 }, none, '83% of postmortems were on time (10 of 12)'],
    [
      { part: 10, of: 12 },
      { part: 5, of: 6 },
      '83% of postmortems were on time (10 of 12)',
    ],
    [
      { part: 10, of: 12 },
      { part: 1, of: 2 },
      '83% of postmortems were on time (10 of 12), up from 50%',
    ],
    [
      { part: 1, of: 3 },
      { part: 1, of: 2 },
      '33% of postmortems were on time (1 of 3), down from 50%',
    ],
  ])('on-time rate: %j after %j', (now, before, sentence) => {
    expect(onTimeFinding({ now, before }, say)).toBe(sentence);
  });

  it('what recurs', () => {
    expect(factorsFinding({ title: 'Expired', count: 4 }, say)).toBe(
      '“Expired” recurs in 4 postmortems',
    );
    expect(factorsFinding(undefined, say)).toBe(
      'No contributing factor occurs in two or more postmortems',
    );
    expect(repeatsFinding({ count: 3, longest: 90 }, say)).toBe(
      '3 entities had two or more incidents; the most affected one spent 90 min in incidents',
    );
    expect(repeatsFinding({ count: 0, longest: 0 }, say)).toBe(
      'No entity had two or more incidents',
    );
    expect(struckAgainFinding({ count: 3, before: 2 }, say)).toBe(
      "Incidents struck again 3 times, 2 of them before the earlier incident's P0 and P1 action items were done",
    );
    expect(struckAgainFinding({ count: 0, before: 0 }, say)).toBe(
      'No incident struck again',
    );
  });

  it('follow-up', () => {
    expect(
      actionItemsFinding(
        { opened: 12, done: 9, kept: { part: 10, of: 14 } },
        say,
      ),
    ).toBe(
      '71% of action items were done on time (10 of 14); 12 opened, 9 done',
    );
    expect(actionItemsFinding({ opened: 2, done: 0, kept: none }, say)).toBe(
      '2 opened, 0 done',
    );
    expect(actionItemsFinding({ opened: 0, done: 0, kept: none }, say)).toBe(
      'No action items were opened or closed in this time range',
    );
  });

  it('false alarms and incidents without a postmortem', () => {
    expect(falseAlarmsFinding({ part: 3, of: 36 }, say)).toBe(
      '8% of incidents were false alarms (3 of 36)',
    );
    expect(falseAlarmsFinding({ part: 0, of: 36 }, say)).toBe(
      'No incident was a false alarm',
    );
    expect(falseAlarmsFinding(none, say)).toBe('No incident was a false alarm');
    expect(uncoveredFinding(1, say)).toBe(
      '1 incident needs a postmortem and has none',
    );
    expect(uncoveredFinding(0, say)).toBe(
      'Every incident that needs a postmortem has one',
    );
  });
});
