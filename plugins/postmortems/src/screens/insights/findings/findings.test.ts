import { mockApis } from '@backstage/frontend-test-utils';
import { postmortemsTranslationRef } from '../../../texts/ref';
import type { TellText } from '../../../texts/useTexts';
import { insightLinks } from '../links';
import {
  actionItemsFinding,
  categoriesFinding,
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
  link: (to: string, text: string) => `[${text}](${to})`,
};
const links = insightLinks('', { severity: ['SEV-1'] });
const all = '/all?severity=SEV-1';

describe('findings', () => {
  it.each([
    [
      { count: 34, before: 40 },
      `[34 incidents](${all}), 6 fewer than in the previous period`,
    ],
    [
      { count: 34, before: 30 },
      `[34 incidents](${all}), 4 more than in the previous period`,
    ],
    [
      { count: 1, before: 1 },
      `[1 incident](${all}), as many as in the previous period`,
    ],
    [{ count: 5 }, `[5 incidents](${all})`],
    [{ count: 0, before: 3 }, 'No incidents in this time range'],
  ])('incidents: %j', (facts, sentence) => {
    expect(incidentsFinding(facts, links, say)).toBe(sentence);
  });

  const n14 = `[n\u00a0=\u00a014](${all}&duration=mitigate)`;
  const time = { measure: 'mitigate' as const, n: 14, values: [] };
  it.each([
    [
      { ...time, median: 85, before: 130 },
      `Median time to mitigate fell from 130 min to 85 min; ${n14}`,
    ],
    [
      { ...time, median: 85, before: 60 },
      `Median time to mitigate rose from 60 min to 85 min; ${n14}`,
    ],
    // Differs by less than is shown.
    [
      { ...time, median: 85, before: 85.4 },
      `Median time to mitigate stayed at 85 min; ${n14}`,
    ],
    [{ ...time, median: 85 }, `Median time to mitigate: 85 min; ${n14}`],
    [
      { ...time, n: 2, values: [9, 12] },
      `Time to mitigate: [9 min, 12 min](${all}&duration=mitigate); too few for a median`,
    ],
    [{ ...time, n: 0 }, 'No postmortem has a time to mitigate'],
  ])('times: %j', (facts, sentence) => {
    expect(timesFinding(facts, links, say)).toBe(sentence);
  });

  const none = { part: 0, of: 0 };
  const due = `${all}&complianceStatus=met&complianceStatus=late&complianceStatus=overdue`;
  it.each([
    [none, none, 'No postmortems were due in this time range'],
    [
      { part: 10, of: 12 },
      none,
      `83% of postmortems were on time ([10](${all}&complianceStatus=met) of [12](${due}))`,
    ],
    [
      { part: 10, of: 12 },
      { part: 5, of: 6 },
      `83% of postmortems were on time ([10](${all}&complianceStatus=met) of [12](${due}))`,
    ],
    [
      { part: 10, of: 12 },
      { part: 1, of: 2 },
      `83% of postmortems were on time ([10](${all}&complianceStatus=met) of [12](${due})), up from 50%`,
    ],
    [
      { part: 1, of: 3 },
      { part: 1, of: 2 },
      `33% of postmortems were on time ([1](${all}&complianceStatus=met) of [3](${due})), down from 50%`,
    ],
  ])('on-time rate: %j after %j', (now, before, sentence) => {
    expect(onTimeFinding({ now, before }, links, say)).toBe(sentence);
  });

  it('what recurs', () => {
    expect(factorsFinding({ title: 'Expired', count: 4 }, links, say)).toBe(
      `“Expired” recurs: [4 postmortems](${all}&factor=Expired)`,
    );
    expect(factorsFinding(undefined, links, say)).toBe(
      'No contributing factor occurs in two or more postmortems',
    );
    expect(
      categoriesFinding(
        { category: 'change', name: 'Change', count: 1 },
        links,
        say,
      ),
    ).toBe(
      `Change is the most frequent category: [1 postmortem](${all}&factorCategory=change)`,
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
    const range = {
      startedAfter: '2026-01-01T00:00:00.000Z',
      startedBefore: '2026-04-01T00:00:00.000Z',
    };
    const items = '/action-items?severity=SEV-1';
    const closed = `closedAfter=2026-01-01&closedBefore=2026-04-01`;
    const opened = `${items}&status=any&committedAfter=2026-01-01&committedBefore=2026-04-01`;
    const done = `${items}&status=done&${closed}`;
    expect(
      actionItemsFinding(
        { opened: 12, done: 9, kept: { part: 10, of: 14 }, range },
        links,
        say,
      ),
    ).toBe(
      `71% of action items were done on time ([10](${items}&status=done&closedOnTime=true&${closed}) of 14); [12](${opened}) opened, [9](${done}) done`,
    );
    expect(
      actionItemsFinding({ opened: 2, done: 0, kept: none, range }, links, say),
    ).toBe(`[2](${opened}) opened, 0 done`);
    expect(
      actionItemsFinding({ opened: 0, done: 0, kept: none, range }, links, say),
    ).toBe('No action items were opened or closed in this time range');
  });

  it('false alarms and incidents without a postmortem', () => {
    expect(falseAlarmsFinding({ part: 3, of: 36 }, links, say)).toBe(
      `8% of incidents were false alarms ([3](${all}&outcome=false-alarm) of [36](${all}))`,
    );
    expect(falseAlarmsFinding({ part: 0, of: 36 }, links, say)).toBe(
      'No incident was a false alarm',
    );
    expect(falseAlarmsFinding(none, links, say)).toBe(
      'No incident was a false alarm',
    );
    expect(uncoveredFinding(1, links, say)).toBe(
      '[1 incident](/compliance?view=incidents&severity=SEV-1) needs a postmortem and has none',
    );
    expect(uncoveredFinding(0, links, say)).toBe(
      'Every incident that needs a postmortem has one',
    );
  });
});
