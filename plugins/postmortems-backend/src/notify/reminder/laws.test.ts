import fc from 'fast-check';
import type { ActionItemRecord } from '../../actionItem/ActionItemStore';
import type { PostmortemRecord } from '../../postmortem/PostmortemRecord';
import { PolicyBook } from '../../policy/PolicyBook';
import { SeverityScale } from '../../policy/SeverityScale';
import { atTimeOfDay, localDate } from '../../policy/localDays';
import { recipientsOf } from './recipients';
import type { ReminderTrigger, ReminderFacts } from './ReminderTrigger';
import { reminderSchedule } from './reminderSchedule';
import type { ReminderRules, Stage } from './reminderRules';
import { workCalendarOf } from './workCalendar';

jest.setTimeout(60_000);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BEGIN = Date.parse('2026-03-02T00:00:00Z');

const stage = fc.record<Stage>({
  offsetHours: fc.integer({ min: -120, max: 240 }),
  to: fc.constantFrom('owner', 'team', 'parent'),
});
const stages = fc
  .uniqueArray(stage, {
    maxLength: 6,
    selector: ({ offsetHours, to }) => `${offsetHours} ${to}`,
  })
  .map(otherwise => ({ otherwise, bySeverity: new Map<string, Stage[]>() }));

const rules = fc.record<ReminderRules>({
  enabled: fc.constant(true),
  digestAt: fc.integer({ min: 0, max: 23 }).map(hour => hour * HOUR),
  acknowledgeWithinHours: fc.integer({ min: 1, max: 72 }),
  unresolvedAfterHours: fc
    .integer({ min: 1, max: 200 })
    .map(otherwise => ({ otherwise, bySeverity: new Map() })),
  unresolvedRepeatHours: fc
    .integer({ min: 24, max: 300 })
    .map(otherwise => ({ otherwise, bySeverity: new Map() })),
  postmortems: stages,
  actionItems: stages,
});

const time = (from: number, to: number) =>
  fc
    .integer({ min: from, max: to })
    .map(milliseconds => new Date(milliseconds).toISOString());

const facts: fc.Arbitrary<ReminderFacts> = fc
  .record({
    createdAt: time(BEGIN, BEGIN + 10 * DAY),
    dueAt: time(BEGIN - 5 * DAY, BEGIN + 20 * DAY),
    itemDueAt: time(BEGIN - 5 * DAY, BEGIN + 20 * DAY),
    owner: fc.option(fc.constant('user:default/bob'), { nil: undefined }),
    pendingSince: fc.option(time(BEGIN, BEGIN + 10 * DAY), { nil: undefined }),
    restricted: fc.boolean(),
    workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), {
      minLength: 1,
    }),
    timeZone: fc.constantFrom(
      'UTC',
      'Africa/Cairo',
      'America/New_York',
      'Asia/Tokyo',
      'Australia/Lord_Howe',
    ),
    holidays: fc.uniqueArray(
      fc
        .integer({ min: 0, max: 30 })
        .map(day => new Date(BEGIN + day * DAY).toISOString().slice(0, 10)),
      { maxLength: 5 },
    ),
  })
  .map(given => {
    const book = new PolicyBook(new SeverityScale([{ id: 'SEV-1' }]), [
      {
        policy: {
          timeZone: given.timeZone,
          workingDays: given.workingDays,
          holidays: { extra: given.holidays },
          satisfiedBy: 'published',
          actionItemsToPublish: 'required',
          warnBeforeHours: 24,
          rules: [{ severity: 'SEV-1', due: { calendarDays: 3 } }],
        },
        actionItems: [],
      },
    ] as ConstructorParameters<typeof PolicyBook>[1]);
    const postmortem = {
      number: 42,
      governingSeverity: 'SEV-1',
      required: true,
      status: 'draft',
      startedAt: new Date(BEGIN - 9 * DAY).toISOString(),
      resolvedAt: new Date(BEGIN - 8 * DAY).toISOString(),
      createdAt: given.createdAt,
      deadline: { dueAt: given.dueAt },
      ownerRef: given.owner,
      ownerPendingSince: given.pendingSince,
      commanderRef: 'user:default/carol',
      contributors: [],
      reviewerRefs: [],
      teamRefs: ['group:default/checkout'],
      visibility: given.restricted ? 'restricted' : 'internal',
    } as unknown as PostmortemRecord;
    const item = {
      number: 3,
      status: 'open',
      ownerRef: 'user:default/dave',
      dueAt: given.itemDueAt,
      createdAt: given.createdAt,
    } as unknown as ActionItemRecord;
    return {
      postmortem,
      actionItems: [{ ...item, teamRefs: ['group:default/checkout'] }],
      calendar: workCalendarOf(postmortem, book),
    };
  });

/** Simulates time, checking for reminders only when the schedule says so. */
function live(
  given: ReminderFacts,
  by: ReminderRules,
  changed: (now: Date) => ReminderFacts = () => given,
): { trigger: ReminderTrigger; now: Date }[] {
  const told = new Set<string>();
  const log: { trigger: ReminderTrigger; now: Date }[] = [];
  let now = new Date(given.postmortem.createdAt);
  for (let looks = 0; looks < 1_000; looks++) {
    const { due, lookAt } = reminderSchedule(changed(now), by, told, now);
    for (const trigger of due) {
      told.add(trigger.reason);
      log.push({ trigger, now });
    }
    if (!lookAt) return log;
    now = lookAt;
  }
  throw new Error('This never ends');
}

describe('Reminders', () => {
  it('are complete, on time and not repeated', () => {
    fc.assert(
      fc.property(facts, rules, (given, by) => {
        const log = live(given, by);
        const reasons = log.map(({ trigger }) => trigger.reason);
        expect(new Set(reasons).size).toBe(reasons.length);

        const restricted = given.postmortem.visibility === 'restricted';
        const owed = [...by.postmortems.otherwise, ...by.actionItems.otherwise]
          .filter(({ offsetHours }) => offsetHours >= 0)
          .filter(({ to }) => !(restricted && to === 'parent'));
        const after = log.filter(
          ({ trigger }) => trigger.inDigest && !/:-\d+h:/.test(trigger.reason),
        );
        expect(after).toHaveLength(owed.length);
      }),
    );
  });

  it('respect days off, and come with the digest unless immediate', () => {
    fc.assert(
      fc.property(facts, rules, (given, by) => {
        const { timeZone, worksOn } = given.calendar;
        for (const { trigger } of live(given, by)) {
          const date = localDate(trigger.at, timeZone);
          expect([date, worksOn(date)]).toEqual([date, true]);
          const digest = atTimeOfDay(date, by.digestAt, timeZone);
          expect(trigger.inDigest ? trigger.at : digest).toEqual(digest);
        }
      }),
    );
  });

  it('warn only before the deadline', () => {
    fc.assert(
      fc.property(facts, rules, (given, by) => {
        const { postmortem, actionItems } = given;
        for (const { trigger } of live(given, by)) {
          if (!/:-\d+h:/.test(trigger.reason)) continue;
          const dueAt =
            trigger.about === 'deadline'
              ? postmortem.deadline!.dueAt
              : actionItems[0].dueAt!;
          expect(trigger.at.toISOString() <= dueAt).toBe(true);
          expect(trigger.at.toISOString() >= postmortem.createdAt).toBe(true);
        }
      }),
    );
  });

  it('end when the work is done', () => {
    fc.assert(
      fc.property(
        facts,
        rules,
        fc.integer({ min: 0, max: 40 * 24 }),
        (given, by, hours) => {
          const done = new Date(BEGIN + hours * HOUR);
          const log = live(given, by, now =>
            now < done
              ? given
              : {
                  ...given,
                  postmortem: {
                    ...given.postmortem,
                    status: 'published',
                    completedAt: done.toISOString(),
                  },
                  actionItems: given.actionItems.map(item => ({
                    ...item,
                    status: 'done',
                  })),
                },
          );
          for (const { now } of log) expect(now < done).toBe(true);
        },
      ),
    );
  });

  it('pause during a waiver, except for action items', () => {
    fc.assert(
      fc.property(
        facts,
        rules,
        time(BEGIN, BEGIN + 40 * DAY),
        (given, by, expiresAt) => {
          const waived = {
            ...given,
            postmortem: {
              ...given.postmortem,
              waiver: {
                reason: 'Agreed',
                approverRef: 'user:default/carol',
                grantedAt: given.postmortem.createdAt,
                expiresAt,
              },
            },
          };
          const log = live(waived, by);
          for (const { trigger, now } of log) {
            if (trigger.about === 'action-item') continue;
            expect(now.toISOString() >= expiresAt).toBe(true);
          }
          const reasons = (each: typeof log) =>
            each.map(({ trigger }) => trigger.reason).sort();
          expect(reasons(log)).toEqual(reasons(live(given, by)));
        },
      ),
    );
  });

  it('ask about an unresolved incident after each news, and not too often', () => {
    fc.assert(
      fc.property(
        facts,
        rules,
        fc.array(time(BEGIN, BEGIN + 40 * DAY), { minLength: 1, maxLength: 4 }),
        (given, by, news) => {
          const sorted = [given.postmortem.createdAt, ...news].sort();
          const after = by.unresolvedAfterHours.otherwise * HOUR;
          const repeat = by.unresolvedRepeatHours.otherwise * HOUR;
          const end = BEGIN + 120 * DAY;
          const at = (now: Date): ReminderFacts => ({
            ...given,
            actionItems: [],
            lastNewsAt:
              now.getTime() > end
                ? undefined
                : sorted.filter(each => each <= now.toISOString()).pop(),
            postmortem: {
              ...given.postmortem,
              resolvedAt: undefined,
              deadline: undefined,
              ownerPendingSince: undefined,
            },
          });
          const log = live(given, by, at);
          const reasons = log.map(({ trigger }) => trigger.reason);
          expect(new Set(reasons).size).toBe(reasons.length);

          for (const lastNewsAt of new Set(sorted)) {
            const questions = log.filter(({ trigger }) =>
              trigger.reason.includes(lastNewsAt),
            );
            const timesOf = (to: ReminderTrigger['to']) =>
              questions
                .filter(({ trigger }) => trigger.to === to)
                .map(({ trigger }) => trigger.at.getTime());
            const since = Date.parse(lastNewsAt);
            const lead = timesOf('incident-lead');
            expect(lead.length).toBeLessThanOrEqual(1);
            for (const each of lead) {
              expect(each).toBeGreaterThanOrEqual(since + after);
            }
            const team = timesOf('team');
            team.forEach((each, index) =>
              expect(each).toBeGreaterThanOrEqual(
                index === 0 ? since + 2 * after : team[index - 1] + repeat,
              ),
            );
            // Two weeks of days off are the longest in these calendars.
            const isLatest = since === Date.parse(sorted[sorted.length - 1]);
            const isNoticed = log.some(({ now }) => now.getTime() >= since);
            const unasked = end - (team.at(-1) ?? since + 2 * after);
            expect(isLatest && isNoticed ? unasked : 0).toBeLessThan(
              repeat + 14 * DAY,
            );
          }
        },
      ),
    );
  });

  it('of a restricted postmortem reach only people connected to it', () => {
    fc.assert(
      fc.property(facts, rules, (given, by) => {
        fc.pre(given.postmortem.visibility === 'restricted');
        for (const { trigger } of live(given, by)) {
          const { users, teams, above } = recipientsOf(trigger, given);
          expect(above).toBe(false);
          // The owner of the action item has no other role.
          expect(users).not.toContain('user:default/dave');
          expect([...users, ...teams]).not.toHaveLength(0);
        }
      }),
    );
  });

  it('of a restricted postmortem reach reviewers, for their action items', () => {
    fc.assert(
      fc.property(facts, given => {
        const { postmortem, actionItems } = given;
        const [{ number }] = actionItems;
        const toldOf = (reviewerRefs: string[]) =>
          recipientsOf(
            { to: 'owner', actionItem: number },
            {
              ...given,
              postmortem: {
                ...postmortem,
                visibility: 'restricted',
                reviewerRefs,
              },
            },
          ).users;
        expect(toldOf(['user:default/dave'])).toEqual(['user:default/dave']);
        expect(toldOf(['user:default/erin'])).toEqual([]);
      }),
    );
  });
});
