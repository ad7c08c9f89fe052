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

import fc from 'fast-check';
import type { ActionItemRecord } from '../database/DatabaseActionItemStore';
import type { PostmortemRecord } from '../database/PostmortemRecord';
import { PolicyBook, SeverityScale } from '../policy';
import { atTimeOfDay, localDate } from '../policy/localDays';
import { addresseesOf } from './addressees';
import type { Occasion, ReminderFacts } from './occasions';
import { outlook } from './outlook';
import type { ReminderRules, Stage } from './rules';
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

/** Lives through the time that reminders take, looking only when told to look again. */
function live(
  given: ReminderFacts,
  by: ReminderRules,
  changed: (now: Date) => ReminderFacts = () => given,
): { occasion: Occasion; now: Date }[] {
  const told = new Set<string>();
  const log: { occasion: Occasion; now: Date }[] = [];
  let now = new Date(given.postmortem.createdAt);
  for (let looks = 0; looks < 100; looks++) {
    const { due, lookAt } = outlook(changed(now), by, told, now);
    for (const occasion of due) {
      told.add(occasion.reason);
      log.push({ occasion, now });
    }
    if (!lookAt) return log;
    now = lookAt;
  }
  throw new Error('This never ends');
}

describe('Reminders', () => {
  it('come each once, at their time, and none is left out', () => {
    fc.assert(
      fc.property(facts, rules, (given, by) => {
        const log = live(given, by);
        const reasons = log.map(({ occasion }) => occasion.reason);
        expect(new Set(reasons).size).toBe(reasons.length);

        const restricted = given.postmortem.visibility === 'restricted';
        const owed = [...by.postmortems.otherwise, ...by.actionItems.otherwise]
          .filter(({ offsetHours }) => offsetHours >= 0)
          .filter(({ to }) => !(restricted && to === 'parent'));
        const after = log.filter(
          ({ occasion }) =>
            occasion.inDigest && !/:-\d+h:/.test(occasion.reason),
        );
        expect(after).toHaveLength(owed.length);
      }),
    );
  });

  it('leave days off in peace, and come with the digest unless at once', () => {
    fc.assert(
      fc.property(facts, rules, (given, by) => {
        const { timeZone, worksOn } = given.calendar;
        for (const { occasion } of live(given, by)) {
          const date = localDate(occasion.at, timeZone);
          expect([date, worksOn(date)]).toEqual([date, true]);
          const digest = atTimeOfDay(date, by.digestAt, timeZone);
          expect(occasion.inDigest ? occasion.at : digest).toEqual(digest);
        }
      }),
    );
  });

  it('warn before the deadline or not at all', () => {
    fc.assert(
      fc.property(facts, rules, (given, by) => {
        const { postmortem, actionItems } = given;
        for (const { occasion } of live(given, by)) {
          if (!/:-\d+h:/.test(occasion.reason)) continue;
          const dueAt =
            occasion.about === 'deadline'
              ? postmortem.deadline!.dueAt
              : actionItems[0].dueAt!;
          expect(occasion.at.toISOString() <= dueAt).toBe(true);
          expect(occasion.at.toISOString() >= postmortem.createdAt).toBe(true);
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

  it('rest while a waiver covers the postmortem, though its action items do not', () => {
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
          for (const { occasion, now } of log) {
            if (occasion.about === 'action-item') continue;
            expect(now.toISOString() >= expiresAt).toBe(true);
          }
          const reasons = (each: typeof log) =>
            each.map(({ occasion }) => occasion.reason).sort();
          expect(reasons(log)).toEqual(reasons(live(given, by)));
        },
      ),
    );
  });

  it('of a restricted postmortem reach nobody but those it concerns', () => {
    fc.assert(
      fc.property(facts, rules, (given, by) => {
        fc.pre(given.postmortem.visibility === 'restricted');
        for (const { occasion } of live(given, by)) {
          const { users, teams, above } = addresseesOf(occasion, given);
          expect(above).toBe(false);
          // The owner of the action item has no other part in it.
          expect(users).not.toContain('user:default/dave');
          expect([...users, ...teams]).not.toHaveLength(0);
        }
      }),
    );
  });

  it('of a restricted postmortem reach who is asked to review it, for their action items', () => {
    fc.assert(
      fc.property(facts, given => {
        const { postmortem, actionItems } = given;
        const [{ number }] = actionItems;
        const toldOf = (reviewerRefs: string[]) =>
          addresseesOf(
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
