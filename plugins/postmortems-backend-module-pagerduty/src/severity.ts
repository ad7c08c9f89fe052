import type { UnkeyedChange } from 'backstage-plugin-postmortems-node';
import type { LogEntry, RestIncident } from './payloads';

/** The severity is the name of PagerDuty's priority, and not its urgency. */
export function severityOf(
  priority: { summary?: string; name?: string } | null | undefined,
): string | undefined {
  return priority?.summary ?? priority?.name;
}

/**
 * The initial severity: the one before the first change, or the current one if it never changed.
 */
export function firstSeverity(
  { id, created_at: at, priority }: RestIncident,
  entries: LogEntry[],
): UnkeyedChange {
  const first = entries.find(
    ({ type }) => type === 'priority_change_log_entry',
  );
  const severity = first
    ? severityOf(first.channel?.old_priority)
    : severityOf(priority);
  return { kind: 'severity-changed', incident: id, at, severity };
}
