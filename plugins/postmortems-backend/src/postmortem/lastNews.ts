import type { HistoryAction } from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import type { PostmortemContext } from './context';
import type { PostmortemRecord } from './PostmortemRecord';

/** History actions that report something about the incident rather than the document. */
const NEWS: readonly HistoryAction[] = [
  'field-changed',
  'severity-changed',
  'still-ongoing',
  'timeline-event-added',
  'timeline-event-changed',
  'timeline-event-removed',
  'source-fact-differed',
  'source-fact-kept',
  'incident-covered',
  'postmortem-merged',
];

/**
 * When there was last news about each incident: a report from a source, or a change to its facts,
 * severity or timeline.
 *
 * @returns times by postmortem number, without resolved incidents
 */
export async function lastNewsOf(
  { history, incidents }: Pick<PostmortemContext, 'history' | 'incidents'>,
  tx: Knex,
  postmortems: Pick<PostmortemRecord, 'number' | 'resolvedAt' | 'createdAt'>[],
): Promise<Map<number, string>> {
  const unresolved = postmortems.filter(({ resolvedAt }) => !resolvedAt);
  if (unresolved.length === 0) return new Map();
  const numbers = unresolved.map(({ number }) => number);
  const changed = await history.lastAt(tx, numbers, NEWS);
  const reported = await incidents.lastReportedAt(tx, numbers);
  return new Map(
    unresolved.map(({ number, createdAt }) => {
      const times = [createdAt, changed.get(number), reported.get(number)];
      return [
        number,
        times
          .flatMap(time => time ?? [])
          .sort()
          .pop()!,
      ];
    }),
  );
}
