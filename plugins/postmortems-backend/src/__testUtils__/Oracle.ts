import {
  addDays,
  atTimeOfDay,
  localDate,
  startOfDay,
} from '../policy/localDays';
import { recipientsOf } from '../notify/reminder/recipients';
import { nextAt } from '../notify/reminder/workCalendar';
import { openTriggers } from '../notify/reminder/reminderSchedule';
import type { Recipients } from '../notify/reminder/recipients';
import type {
  ReminderTrigger,
  ReminderFacts,
} from '../notify/reminder/ReminderTrigger';
import type { ReminderRules } from '../notify/reminder/reminderRules';
import { idOf } from '../kernel/ids';
import { departmentOf, membersOf } from './company';

interface Line {
  reason: string;
  postmortem: number;
  subject: string;
  sendAt: Date;
}

/**
 * Reference implementation: computes the expected messages from the pure rules, in memory, without
 * failures.
 */
export class Oracle {
  /** Topics of expected messages, by recipient and scope. */
  readonly expected = new Map<string, string[]>();
  readonly facts = new Map<number, ReminderFacts>();
  readonly #sent = new Set<string>();
  readonly #waiting = new Map<string, Line[]>();
  readonly #triggers = new WeakMap<ReminderFacts, ReminderTrigger[]>();

  constructor(private readonly rules: ReminderRules) {}

  /** Expects a direct message. */
  direct(recipientRef: string, scope: string, postmortem: number): void {
    this.expected.set(`${recipientRef} ${scope}`, [idOf(postmortem)]);
  }

  look(now: Date): void {
    for (const facts of this.facts.values()) this.#decide(facts, now);
    for (const [person, lines] of this.#waiting)
      this.#digest(person, lines, now);
  }

  /** Cached while the facts stay equal, unless time changes the result. */
  #open(facts: ReminderFacts, now: Date): ReminderTrigger[] {
    const known = this.#triggers.get(facts);
    const { waiver } = facts.postmortem;
    if (known && !waiver?.expiresAt && !facts.lastNewsAt) return known;
    const triggers = openTriggers(facts, this.rules, now);
    this.#triggers.set(facts, triggers);
    return triggers;
  }

  /** Expects one message about an expired waiver. */
  #expire({ postmortem }: ReminderFacts, now: Date): void {
    const { number, waiver, completedAt } = postmortem;
    if (!waiver?.expiresAt || new Date(waiver.expiresAt) > now) return;
    const reason = `${idOf(number)}:waiver-expired:${waiver.expiresAt}`;
    if (this.#sent.has(reason)) return;
    this.#sent.add(reason);
    if (completedAt) return;
    for (const person of answerable(postmortem)) {
      this.direct(person, reason, number);
    }
  }

  #decide(facts: ReminderFacts, now: Date): void {
    const { number } = facts.postmortem;
    this.#expire(facts, now);
    for (const trigger of this.#open(facts, now)) {
      if (trigger.at > now || this.#sent.has(trigger.reason)) continue;
      this.#sent.add(trigger.reason);
      const subject = trigger.actionItem
        ? `${idOf(number)}/A${trigger.actionItem}`
        : idOf(number);
      for (const person of peopleOf(recipientsOf(trigger, facts))) {
        if (!trigger.inDigest) {
          this.direct(person, trigger.reason, number);
          continue;
        }
        const others = (this.#waiting.get(person) ?? []).filter(
          line => line.subject !== subject,
        );
        this.#waiting.set(person, [
          ...others,
          {
            reason: trigger.reason,
            postmortem: number,
            subject,
            sendAt: trigger.at,
          },
        ]);
      }
    }
  }

  #digest(person: string, lines: Line[], now: Date): void {
    if (!lines.some(line => line.sendAt <= now)) return;
    const factsOf = (line: Line) => this.facts.get(line.postmortem)!;
    const waiting = lines
      .filter(line => {
        const facts = factsOf(line);
        const trigger = this.#open(facts, now).find(
          ({ reason }) => reason === line.reason,
        );
        return (
          trigger && peopleOf(recipientsOf(trigger, facts)).includes(person)
        );
      })
      .sort((a, b) => a.sendAt.getTime() - b.sendAt.getTime());
    const opening = waiting.find(line => {
      const { calendar } = factsOf(line);
      const today = localDate(now, calendar.timeZone);
      return (
        line.sendAt <= now &&
        calendar.worksOn(today) &&
        now >= atTimeOfDay(today, this.rules.digestAt, calendar.timeZone)
      );
    });
    const day = opening && localDate(now, factsOf(opening).calendar.timeZone);
    const key = `${person} digest:${day}`;
    if (day && !this.expected.has(key)) {
      this.expected.set(key, waiting.map(line => line.subject).sort());
      this.#waiting.set(person, []);
      return;
    }
    for (const line of waiting) {
      const { calendar } = factsOf(line);
      const after = day ? startOfDay(addDays(day, 1), calendar.timeZone) : now;
      line.sendAt = nextAt(this.rules.digestAt, after, calendar);
    }
    this.#waiting.set(person, waiting);
  }
}

/** The owner and the members of owning teams. */
export function answerable({
  ownerRef,
  teamRefs,
}: ReminderFacts['postmortem']): string[] {
  const users = ownerRef ? [ownerRef] : [];
  return peopleOf({ users, teams: teamRefs, above: false });
}

/** Resolves recipients by the company's organization. */
export function peopleOf({ users, teams, above }: Recipients): string[] {
  const people = teams.flatMap(ref => {
    const [, team] = ref.split('/');
    return above
      ? [`user:default/${departmentOf(team)}-head`]
      : membersOf(team);
  });
  return [...new Set([...users, ...people])];
}
