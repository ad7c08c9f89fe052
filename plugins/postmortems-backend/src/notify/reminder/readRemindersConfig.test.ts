import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { SeverityScale } from '../../policy/SeverityScale';
import { DEFAULT_SEVERITIES } from '../../policy/defaults';
import { readRemindersConfig } from './readRemindersConfig';
import { valueFor } from './reminderRules';

const severities = new SeverityScale(DEFAULT_SEVERITIES);

const read = (reminders?: JsonObject) =>
  readRemindersConfig(
    new ConfigReader({ postmortems: reminders ? { reminders } : {} }),
    severities,
  );

describe('Configuration of reminders', () => {
  it('has defaults', () => {
    const rules = read();
    expect(rules).toMatchObject({
      enabled: true,
      digestAt: 9 * 3_600_000,
      acknowledgeWithinHours: 24,
    });
    expect(valueFor(rules.postmortems, 'SEV-1')).toEqual([
      { offsetHours: -24, to: 'owner' },
      { offsetHours: 0, to: 'owner' },
      { offsetHours: 24, to: 'team' },
      { offsetHours: 72, to: 'parent' },
    ]);
    expect(valueFor(rules.actionItems, 'SEV-5')).toEqual([
      { offsetHours: -72, to: 'owner' },
      { offsetHours: 0, to: 'owner' },
      { offsetHours: 72, to: 'team' },
      { offsetHours: 168, to: 'parent' },
    ]);
  });

  it('is read by severity', () => {
    const rules = read({
      digestAt: '08:30',
      acknowledgeWithin: { hours: 4 },
      postmortems: [
        {
          severity: 'critical',
          stages: [
            { before: '12h', to: 'owner' },
            { to: 'team' },
            { after: { days: 1 }, to: 'parent' },
          ],
        },
        { stages: [] },
      ],
    });
    expect(rules).toMatchObject({
      digestAt: 8.5 * 3_600_000,
      acknowledgeWithinHours: 4,
    });
    expect(valueFor(rules.postmortems, 'SEV-1')).toEqual([
      { offsetHours: -12, to: 'owner' },
      { offsetHours: 0, to: 'team' },
      { offsetHours: 24, to: 'parent' },
    ]);
    expect(valueFor(rules.postmortems, 'SEV-2')).toEqual([]);
  });

  it('repeats questions about unresolved incidents at most daily', () => {
    const { unresolvedRepeatHours: defaults } = read({});
    expect(valueFor(defaults, 'SEV-1')).toBe(72);
    const { unresolvedRepeatHours: repeat } = read({
      unresolved: [
        { severity: 'SEV-1', after: { hours: 4 } },
        { severity: 'SEV-2', after: { hours: 4 }, repeatEvery: { days: 2 } },
        { after: { days: 5 } },
      ],
    });
    expect(
      ['SEV-1', 'SEV-2', 'SEV-3'].map(severity => valueFor(repeat, severity)),
    ).toEqual([24, 48, 120]);
  });

  it('has a weekly digest only if enabled', () => {
    expect(read({ weeklyDigest: { weekday: 5 } }).weeklyDigest).toBeUndefined();
    expect(read({ weeklyDigest: { enabled: true } }).weeklyDigest).toEqual({
      weekday: 1,
      at: 9 * 3_600_000,
      timeZone: 'UTC',
    });
    expect(
      read({
        weeklyDigest: {
          enabled: true,
          weekday: 5,
          at: '16:30',
          timeZone: 'Europe/Berlin',
        },
      }).weeklyDigest,
    ).toEqual({
      weekday: 5,
      at: 16.5 * 3_600_000,
      timeZone: 'Europe/Berlin',
    });
  });

  it.each<[JsonObject, string]>([
    [
      { digestAt: '9am' },
      'postmortems.reminders.digestAt: must be a time of day such as 09:00, in quotes',
    ],
    [
      { digestAt: 540 },
      'postmortems.reminders.digestAt: must be a time of day such as 09:00, in quotes',
    ],
    [
      { digestsAt: '09:00' },
      'postmortems.reminders: has unknown keys: digestsAt. Use enabled, digestAt, acknowledgeWithin, unresolved, postmortems, actionItems, weeklyDigest',
    ],
    [
      { weeklyDigest: { weekday: 'monday' } },
      'postmortems.reminders.weeklyDigest.weekday: must be a day of the week, from 1 (Monday) to 7 (Sunday)',
    ],
    [
      { weeklyDigest: { timeZone: 'Berlin' } },
      'postmortems.reminders.weeklyDigest.timeZone: must be an IANA time zone',
    ],
    [
      { unresolved: [{ after: '4h', repeatEvery: '23h' }] },
      'postmortems.reminders.unresolved[0].repeatEvery: must be at least 1 day',
    ],
    [
      { postmortems: [{ stages: [{ to: 'boss' }] }] },
      'postmortems.reminders.postmortems[0].stages[0].to: must be owner, team or parent',
    ],
    [
      {
        postmortems: [{ stages: [{ before: '1h', after: '1h', to: 'team' }] }],
      },
      'postmortems.reminders.postmortems[0].stages[0]: can have before or after, but not both; omit both to send at the deadline',
    ],
    [
      { actionItems: [{ severity: 'SEV-9', stages: [] }] },
      'postmortems.reminders.actionItems[0].severity: must be one of SEV-1',
    ],
    [
      {
        actionItems: [
          { severity: 'P1', stages: [] },
          { severity: 'SEV-1', stages: [] },
        ],
      },
      'postmortems.reminders.actionItems[1].severity: must not be repeated; SEV-1 already has an entry',
    ],
    [
      { postmortems: [{ stages: [] }, { stages: [] }] },
      'postmortems.reminders.postmortems[1].severity: can be omitted in one entry only',
    ],
  ])('refuses %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
