import type { PolicyBook } from './PolicyBook';
import { localDate } from './localDays';

/** The time zone in which a postmortem's days are counted: its team's, or the policy's. */
export function timeZoneOf(
  facts: { startedAt: string; calendar?: { timeZone?: string } },
  book: PolicyBook,
): string {
  return (
    facts.calendar?.timeZone ??
    book.policyFor(new Date(facts.startedAt)).timeZone
  );
}

/** The calendar day on which something is due, such as `2026-03-25`. */
export function dueDay(dueAt: string, timeZone: string): string {
  return localDate(new Date(dueAt), timeZone);
}
