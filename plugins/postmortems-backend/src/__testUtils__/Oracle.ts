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

import {
  addDays,
  atTimeOfDay,
  localDate,
  startOfDay,
} from '../policy/localDays';
import { addresseesOf, isAddressed, nextAt, openOccasions } from '../reminders';
import type {
  Addressees,
  Occasion,
  ReminderFacts,
  ReminderRules,
} from '../reminders';
import { idOf } from '../service/ids';
import { departmentOf, membersOf } from './company';

interface Line {
  reason: string;
  postmortem: number;
  subject: string;
  sendAt: Date;
}

/**
 * Says from the pure rules alone what people are to be told, when nothing ever fails: in memory,
 * by one hand, in one go.
 */
export class Oracle {
  /** By recipient and scope, what each message is about. */
  readonly expected = new Map<string, string[]>();
  readonly facts = new Map<number, ReminderFacts>();
  readonly #told = new Set<string>();
  readonly #waiting = new Map<string, Line[]>();
  readonly #occasions = new WeakMap<ReminderFacts, Occasion[]>();

  constructor(private readonly rules: ReminderRules) {}

  /** Somebody is told something on its own. */
  direct(recipientRef: string, scope: string, postmortem: number): void {
    this.expected.set(`${recipientRef} ${scope}`, [idOf(postmortem)]);
  }

  look(now: Date): void {
    for (const facts of this.facts.values()) this.#decide(facts, now);
    for (const [person, lines] of this.#waiting)
      this.#digest(person, lines, now);
  }

  /** Worked out once for the same facts, unless time alone can change it. */
  #open(facts: ReminderFacts, now: Date): Occasion[] {
    const known = this.#occasions.get(facts);
    if (known && !facts.postmortem.waiver?.expiresAt) return known;
    const occasions = openOccasions(facts, this.rules, now);
    this.#occasions.set(facts, occasions);
    return occasions;
  }

  #decide(facts: ReminderFacts, now: Date): void {
    const { number } = facts.postmortem;
    for (const occasion of this.#open(facts, now)) {
      if (occasion.at > now || this.#told.has(occasion.reason)) continue;
      this.#told.add(occasion.reason);
      const subject = occasion.actionItem
        ? `${idOf(number)}/A${occasion.actionItem}`
        : idOf(number);
      for (const person of peopleOf(addresseesOf(occasion, facts))) {
        if (!occasion.inDigest) {
          this.direct(person, occasion.reason, number);
          continue;
        }
        const others = (this.#waiting.get(person) ?? []).filter(
          line => line.subject !== subject,
        );
        this.#waiting.set(person, [
          ...others,
          {
            reason: occasion.reason,
            postmortem: number,
            subject,
            sendAt: occasion.at,
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
        const occasion = this.#open(facts, now).find(
          ({ reason }) => reason === line.reason,
        );
        return occasion && isAddressed(person, addresseesOf(occasion, facts));
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

/** The people addressed, as the company's chart has them. */
export function peopleOf({ users, teams, above }: Addressees): string[] {
  const people = teams.flatMap(ref => {
    const [, team] = ref.split('/');
    return above
      ? [`user:default/${departmentOf(team)}-head`]
      : membersOf(team);
  });
  return [...new Set([...users, ...people])];
}
