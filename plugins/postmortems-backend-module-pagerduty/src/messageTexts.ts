import type { SourcePerson } from 'backstage-plugin-postmortems-node';

/** Texts for the timeline. They must be the same for webhooks and the log. */

export function escalatedTo(people: SourcePerson[]): string {
  return people.length ? `Escalated to ${names(people)}` : 'Escalated';
}

export function reassignedTo(people: SourcePerson[]): string {
  return people.length ? `Reassigned to ${names(people)}` : 'Reassigned';
}

export function delegatedTo(policy: string | undefined): string {
  return policy
    ? `Handed over to the escalation policy ${literal(policy)}`
    : 'Handed over to another escalation policy';
}

export const UNACKNOWLEDGED =
  'No longer acknowledged: taken back, or not resolved in time';

/** @returns undefined if there is no conference bridge */
export function conferenceBridge(options: {
  url: string | undefined;
  numbers: (string | undefined)[];
}): string | undefined {
  const { url, numbers } = options;
  const ways = [
    ...(url ? [`<${url}>`] : []),
    ...numbers.flatMap(number => (number ? [literal(number)] : [])),
  ];
  return ways.length ? `Conference bridge: ${ways.join(', ')}` : undefined;
}

/** Marks text that PagerDuty truncated. */
export function maybeTrimmed(
  text: string | undefined,
  trimmed: boolean | null | undefined,
): string | undefined {
  return text && trimmed ? `${text} …` : text;
}

function names(people: SourcePerson[]): string {
  return people
    .map(({ name, email }) => literal(name ?? email ?? ''))
    .join(', ');
}

/** Escapes text, so that Markdown shows it as is. */
function literal(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()~|#]/g, '\\$&');
}
