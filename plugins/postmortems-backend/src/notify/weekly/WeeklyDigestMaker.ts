import { yieldToEventLoop } from '../../kernel/yieldToEventLoop';
import type { NotifyContext } from '../context';
import type { NewMessage } from '../message';
import type { TeamMembers } from '../TeamMembers';
import type { ReminderRules } from '../reminder/reminderRules';
import { dueWeek } from './dueWeek';
import { isWorthReporting } from './groupFigures';
import type { GroupFigures } from './groupFigures';
import { readGroupFigures } from './readGroupFigures';

/**
 * Creates the weekly digests of groups: one message per week and person, however many groups the
 * person is accountable for and however many instances run.
 */
export class WeeklyDigestMaker {
  readonly #ctx: NotifyContext;
  readonly #rules: ReminderRules;

  constructor(options: { ctx: NotifyContext; rules: ReminderRules }) {
    this.#ctx = options.ctx;
    this.#rules = options.rules;
  }

  /**
   * Creates this week's digests if they are due and haven't been created yet.
   *
   * @throws ServiceUnavailableError if the catalog is unavailable; in that case, nothing is created
   */
  async makeDue(teamMembers: TeamMembers, signal: AbortSignal): Promise<void> {
    const { knex, clock, messages, teams } = this.#ctx;
    const { enabled, weeklyDigest } = this.#rules;
    if (!enabled || !weeklyDigest) return;
    const now = clock();
    const week = dueWeek(now, weeklyDigest);
    if (!week) return;
    const reason = `weekly:${week}`;
    const done = await messages.recipientsOf(knex, reason);
    const groups = (await teams.groupsWithWork(knex)).filter(
      ref => !done.has(ref),
    );
    if (groups.length === 0) return;

    const reports: GroupFigures[] = [];
    for (const group of groups) {
      if (signal.aborted) return;
      const figures = await readGroupFigures(this.#ctx, group, now);
      if (isWorthReporting(figures)) reports.push(figures);
      await yieldToEventLoop();
    }
    const byPerson = new Map<string, GroupFigures[]>();
    for (const figures of reports) {
      for (const person of await teamMembers.accountable(figures.groupRef)) {
        byPerson.set(person, [...(byPerson.get(person) ?? []), figures]);
      }
    }

    const message = (recipientRef: string): NewMessage => ({
      reason,
      recipientRef,
      kind: 'direct',
      about: 'weekly-digest',
      sendAt: now,
      createdAt: now,
    });
    // The groups' rows record that this week is done.
    await knex.transaction(async tx => {
      await messages.add(tx, [
        ...groups.map(group => ({
          ...message(group),
          state: 'shared' as const,
        })),
        ...[...byPerson].map(([person, own]) => ({
          ...message(person),
          details: { groups: own },
        })),
      ]);
    });
  }
}
