import type { TeamMembers } from './TeamMembers';
import { yieldToEventLoop } from '../kernel/yieldToEventLoop';
import {
  addDays,
  atTimeOfDay,
  localDate,
  startOfDay,
} from '../policy/localDays';
import { nextAt } from './reminder/workCalendar';
import type { ReminderFacts } from './reminder/ReminderTrigger';
import type { ReminderRules } from './reminder/reminderRules';
import type { NotifyContext } from './context';
import { sendable } from './sendable';

/** People per batch. */
const BATCH = 100;

/**
 * Creates digests of waiting reminders: one per person and day, however many instances run. Once
 * the digest time of any of the person's teams has come, the digest includes everything waiting for
 * that person, so teams in other time zones don't delay it.
 */
export class DigestMaker {
  readonly #ctx: NotifyContext;
  readonly #rules: ReminderRules;

  readonly #permissionsEnabled: boolean;

  constructor(options: {
    ctx: NotifyContext;
    rules: ReminderRules;
    permissionsEnabled: boolean;
  }) {
    this.#ctx = options.ctx;
    this.#rules = options.rules;
    this.#permissionsEnabled = options.permissionsEnabled;
  }

  /** Creates all due digests. */
  async makeDue(teamMembers: TeamMembers, signal: AbortSignal): Promise<void> {
    const { reminders, messages, knex, clock } = this.#ctx;
    const now = clock();
    for (;;) {
      // Wait until all due reminders are planned, because they belong in the same digest.
      if ((await reminders.due(knex, now, 1)).length > 0) return;
      const recipients = await messages.awaitingDigest(knex, now, BATCH);
      for (const recipientRef of recipients) {
        if (signal.aborted) return;
        await this.#make(recipientRef, now, teamMembers);
        await yieldToEventLoop();
      }
      if (recipients.length < BATCH) return;
    }
  }

  async #make(
    recipientRef: string,
    now: Date,
    teamMembers: TeamMembers,
  ): Promise<void> {
    const { messages, knex } = this.#ctx;
    const lines = await messages.linesFor(knex, recipientRef, now);
    const waiting = await sendable(this.#ctx, teamMembers, lines, {
      rules: this.#rules,
      permissionsEnabled: this.#permissionsEnabled,
    });
    const told = new Set(waiting.map(({ message }) => message.rowId));
    const untrue = lines.filter(({ rowId }) => !told.has(rowId));
    const opening = waiting.find(
      ({ message, facts }) => message.sendAt <= now && this.#isOpen(facts, now),
    );
    const day = opening && localDay(opening.facts, now);

    await knex.transaction(async tx => {
      await messages.drop(tx, untrue);
      const made =
        day !== undefined &&
        (await messages.addDigest(
          tx,
          {
            reason: `digest:${day}`,
            recipientRef,
            kind: 'digest',
            about: 'digest',
            sendAt: now,
            createdAt: now,
          },
          waiting.map(({ message }) => message),
        ));
      if (made) return;
      for (const { message, facts } of waiting) {
        const after =
          day === undefined ? now : startOfDay(addDays(day, 1), zoneOf(facts));
        await messages.postpone(tx, [message], this.#next(facts, after));
      }
    });
  }

  /** Whether it is digest time for a postmortem's team. */
  #isOpen(facts: ReminderFacts, now: Date): boolean {
    const today = localDay(facts, now);
    const begins = atTimeOfDay(today, this.#rules.digestAt, zoneOf(facts));
    return facts.calendar.worksOn(today) && now >= begins;
  }

  #next({ calendar }: ReminderFacts, after: Date): Date {
    return nextAt(this.#rules.digestAt, after, calendar);
  }
}

function zoneOf({ calendar }: ReminderFacts): string {
  return calendar.timeZone;
}

function localDay(facts: ReminderFacts, now: Date): string {
  return localDate(now, zoneOf(facts));
}
