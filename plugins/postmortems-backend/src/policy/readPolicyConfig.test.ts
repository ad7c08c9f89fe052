import { readFileSync } from 'node:fs';
import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import { policySchema } from 'backstage-plugin-postmortems-common';
import { configSchema } from './configSchema';
import { readPolicyConfig } from './readPolicyConfig';

const NOW = new Date('2026-06-01T00:00:00Z');

function read(postmortems?: JsonValue) {
  return readPolicyConfig(
    new ConfigReader(postmortems === undefined ? {} : { postmortems }),
  );
}

function readOne(policy: JsonObject) {
  return policySchema.parse(read({ policies: [policy] }).inForce(NOW));
}

describe('readPolicyConfig', () => {
  it('has the published defaults without configuration', () => {
    const book = read();
    expect(book.severities.definitions.map(({ id }) => id)).toEqual([
      'SEV-1',
      'SEV-2',
      'SEV-3',
      'SEV-4',
      'SEV-5',
    ]);
    expect(book.severities.resolve('p1', 'severity')).toBe('SEV-1');
    expect(book.policies).toEqual([
      {
        timeZone: 'UTC',
        workingDays: [1, 2, 3, 4, 5],
        satisfiedBy: 'published',
        actionItemsToPublish: 'required',
        warnBeforeHours: 24,
        rules: [
          { severity: 'SEV-1', due: { calendarDays: 3 } },
          { severity: 'SEV-2', due: { businessDays: 5 } },
        ],
      },
    ]);
    expect(book.actionItemRulesFor(NOW)).toEqual([
      {
        severity: 'SEV-1',
        priorities: ['P0', 'P1'],
        due: { calendarDays: 15 },
      },
      {
        severity: 'SEV-2',
        priorities: ['P0', 'P1'],
        due: { calendarDays: 30 },
      },
    ]);
  });

  it('reads everything', () => {
    const book = read({
      severities: [{ id: 'Major', aliases: ['M'] }, { id: 'Minor' }],
      policies: [
        {
          effectiveFrom: '2026-01-01',
          timeZone: 'America/New_York',
          workingDays: [7, 1, 2, 3, 4],
          holidays: {
            country: 'US',
            state: 'NY',
            extra: ['2026-12-24'],
            ignore: [],
          },
          satisfiedBy: 'meeting-held',
          actionItemsToPublish: 'optional',
          warnBefore: { days: 1, hours: 12 },
          rules: [
            { severity: 'm', due: { businessDays: 2, cutoff: 'exact' } },
            { severity: 'minor', due: { hours: 100 } },
          ],
          actionItems: [
            { severity: 'M', priorities: ['P0'], due: { businessDays: 3 } },
            { severity: 'M', priorities: ['P1'], due: { businessDays: 9 } },
          ],
        },
        { effectiveFrom: '2027-01-01', rules: [] },
      ],
      owningTeams: { schedule: { frequency: { minutes: 5 } } },
    });
    expect(policySchema.parse(book.inForce(NOW))).toEqual({
      effectiveFrom: '2026-01-01',
      timeZone: 'America/New_York',
      workingDays: [7, 1, 2, 3, 4],
      holidays: {
        country: 'US',
        state: 'NY',
        extra: ['2026-12-24'],
        ignore: [],
      },
      satisfiedBy: 'meeting-held',
      actionItemsToPublish: 'optional',
      warnBeforeHours: 36,
      rules: [
        { severity: 'Major', due: { businessDays: 2, cutoff: 'exact' } },
        { severity: 'Minor', due: { hours: 100 } },
      ],
    });
    expect(
      book
        .actionItemRulesFor(NOW)
        .map(rule => [rule.severity, rule.priorities]),
    ).toEqual([
      ['Major', ['P0']],
      ['Major', ['P1']],
    ]);
    expect(book.policyFor(new Date('2027-06-01T00:00:00Z')).rules).toEqual([]);
  });

  it('applies the default rules by rank to severities of other names', () => {
    const book = read({ severities: [{ id: 'Major' }] });
    expect(book.inForce(NOW).rules).toEqual([
      { severity: 'Major', due: { calendarDays: 3 } },
    ]);
    expect(book.actionItemRulesFor(NOW)).toHaveLength(1);
  });

  it('treats keys without a value as omitted', () => {
    const book = read({ policies: [{ timeZone: null, holidays: null }] });
    expect(book.policies).toEqual(read().policies);
  });

  it.each<[JsonValue, number]>([
    [{ hours: 0 }, 0],
    [{ days: 2 }, 48],
    ['36h', 36],
    ['PT90M', 1.5],
  ])('reads warnBefore %j as %d hours', (warnBefore, hours) => {
    expect(readOne({ warnBefore }).warnBeforeHours).toBe(hours);
  });
});

it('knows every key that config.d.ts has under postmortems', () => {
  const declared = readFileSync(`${__dirname}/../../config.d.ts`, 'utf8');
  const keys = [...declared.matchAll(/^ {4}(\w+)\?:/gm)].map(([, key]) => key);
  expect(keys).toContain('policies');
  const { shape } = configSchema;
  expect(keys.filter(key => !(key in shape))).toEqual([]);
});

describe('a wrong configuration', () => {
  const rules = (...list: JsonObject[]) => ({ policies: [{ rules: list }] });
  const hours = { hours: 1 };

  it.each<[JsonValue, string]>([
    ['SEV-1', 'postmortems: '],
    [
      { polices: [] },
      'postmortems: has unknown keys: polices. Use severities, policies, owningTeams',
    ],
    [
      { review: { approvals: -1 } },
      'postmortems.review.approvals: must be a whole number from 0 to 10',
    ],
    [
      { review: { approvals: { 'SEV-1': 1.5 } } },
      'postmortems.review.approvals: must be a whole number from 0 to 10, or one per severity',
    ],
    [
      { review: { approvals: { 'SEV-9': 1 } } },
      'postmortems.review.approvals.SEV-9: is not a configured severity. Use one of: ',
    ],
    [
      { review: { approvals: { 'SEV-1': 1, p1: 2 } } },
      'postmortems.review.approvals.p1: must not repeat a severity; SEV-1 is already set',
    ],
    [
      { review: { independence: 'anyone' } },
      'postmortems.review.independence: must be not-owner or not-author',
    ],
    [
      { owningTeams: { shedule: {} } },
      'postmortems.owningTeams: has unknown keys: shedule. Use schedule',
    ],
    [{ severities: [] }, 'postmortems.severities: '],
    [
      { severities: [{ id: '' }] },
      'postmortems.severities[0].id: must not be empty',
    ],
    [
      { severities: [{ id: 'A' }, { id: 'B', aliases: ['x', 'a'] }] },
      'postmortems.severities[1].aliases[1]: must be unique among all ids and aliases (case-insensitive); "a" is already used',
    ],
    [
      { severities: [{ id: 'A' }, { id: 'a' }] },
      'postmortems.severities[1].id: must be unique',
    ],
    [{ policies: [] }, 'postmortems.policies: '],
    [
      { policies: [{ timezone: 'UTC' }] },
      'postmortems.policies[0]: has unknown keys: timezone. Use effectiveFrom, timeZone, workingDays, holidays, satisfiedBy, actionItemsToPublish, warnBefore, rules, actionItems',
    ],
    [
      { policies: [{ effectiveFrom: '01.02.2026' }] },
      'postmortems.policies[0].effectiveFrom: must be a date such as 2026-12-24',
    ],
    [
      {
        policies: [
          { effectiveFrom: '2026-01-01' },
          { effectiveFrom: '2026-01-01' },
        ],
      },
      'postmortems.policies[1].effectiveFrom: must be different in every policy; 2026-01-01 is already used',
    ],
    [
      { policies: [{}, { effectiveFrom: '2026-01-01' }, {}] },
      'postmortems.policies[2].effectiveFrom: is required, because another policy already has none',
    ],
    [
      { policies: [{ timeZone: 'America/New York' }] },
      'postmortems.policies[0].timeZone: must be an IANA time zone such as America/New_York or UTC, not "America/New York"',
    ],
    ...[[], [0], [1, 8], [1, 1], ['Mon'], 'Mon'].map(
      (workingDays): [JsonValue, string] => [
        { policies: [{ workingDays }] },
        'must list at least one day of the week, from 1 (Monday) to 7 (Sunday), without repeats',
      ],
    ),
    [
      { policies: [{ holidays: { country: 'us' } }] },
      'postmortems.policies[0].holidays.country: must be one of AD, AE,',
    ],
    [
      { policies: [{ holidays: { country: 'US', state: 'ZZ' } }] },
      'postmortems.policies[0].holidays.state: must be one of AL, AK,',
    ],
    [
      { policies: [{ holidays: { country: 'US', days: [] } }] },
      'postmortems.policies[0].holidays: has unknown keys: days. Use country, state, region, extra, ignore',
    ],
    [
      { policies: [{ holidays: { extra: ['2026-12-24', '2026-02-30'] } }] },
      'postmortems.policies[0].holidays.extra[1]: must be a date such as 2026-12-24',
    ],
    [
      { policies: [{ satisfiedBy: 'approved' }] },
      'postmortems.policies[0].satisfiedBy: must be one of published, meeting-held',
    ],
    ...[24, { hour: 24 }, { hours: -1 }, 'soon', {}].map(
      (warnBefore): [JsonValue, string] => [
        { policies: [{ warnBefore }] },
        'postmortems.policies[0].warnBefore: must be a duration of at least 0 such as { hours: 24 }, 24h or PT24H',
      ],
    ),
    [
      rules(
        { severity: 'SEV-1', due: hours },
        { severity: 'SEV-9', due: hours },
      ),
      'postmortems.policies[0].rules[1].severity: must be one of SEV-1 (SEV1, P1, critical), SEV-2',
    ],
    [
      rules(
        { severity: 'SEV-1', due: hours },
        { severity: 'critical', due: hours },
      ),
      'postmortems.policies[0].rules[1].severity: must not be repeated; SEV-1 already has a rule',
    ],
    [
      rules({ severity: 'SEV-1', due: { hours: 0 } }),
      'postmortems.policies[0].rules[0].due.hours: must be at least 1',
    ],
    [
      rules({ severity: 'SEV-1', due: { calendarDays: 366 } }),
      'postmortems.policies[0].rules[0].due.calendarDays: must be at most 365',
    ],
    ...[
      undefined,
      3,
      {},
      { days: 3 },
      { businessDays: 1.5 },
      { hours: 1, businessDays: 1 },
      { hours: 1, cutoff: 'noon' },
    ].map((due): [JsonValue, string] => [
      rules({ severity: 'SEV-1', ...(due !== undefined && { due }) }),
      'postmortems.policies[0].rules[0].due: must be { hours: 1 to 8760 }, { calendarDays: 1 to 365 } or { businessDays: 1 to 365 }',
    ]),
    [
      {
        policies: [
          {
            actionItems: [
              { severity: 'SEV-1', priorities: ['P0', 'P4'], due: hours },
            ],
          },
        ],
      },
      'postmortems.policies[0].actionItems[0].priorities[1]: must be one of P0, P1, P2, P3, not "P4"',
    ],
    [
      {
        policies: [
          {
            actionItems: [
              { severity: 'SEV-1', priorities: ['P0', 'P1'], due: hours },
              { severity: 'P1', priorities: ['P1'], due: hours },
            ],
          },
        ],
      },
      'postmortems.policies[0].actionItems[1].severity: must not be repeated; SEV-1 P1 already has a rule',
    ],
  ])(
    'is rejected, naming the key and what it must be: %j',
    (config, message) => {
      expect(() => read(config)).toThrow(
        expect.objectContaining({
          name: 'InputError',
          message: expect.stringContaining(message),
        }),
      );
    },
  );

  it('is reported completely', () => {
    expect(() =>
      read({
        policies: [{ timeZone: 'Mars' }, { satisfiedBy: 'hope' }],
        severities: [{ id: 'A', rank: 1 }],
      }),
    ).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(
          /severities\[0\].*policies\[0\]\.timeZone.*policies\[1\]\.satisfiedBy/,
        ),
      }),
    );
  });
});
