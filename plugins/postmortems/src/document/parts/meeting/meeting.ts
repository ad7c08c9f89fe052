import type {
  Postmortem,
  PutMeeting,
} from 'backstage-plugin-postmortems-common';

/**
 * The current meeting as a request body. Requests repeat all fields, because omitted ones are
 * cleared.
 */
export function planOf({ meeting }: Pick<Postmortem, 'meeting'>): PutMeeting {
  if (!meeting) return {};
  const { afterDeadline: _, ...plan } = meeting;
  return plan;
}

/** People involved in the incident, to suggest as attendees. */
export function participantsOf(
  postmortem: Pick<
    Postmortem,
    'ownerRef' | 'commanderRef' | 'contributors' | 'review'
  >,
): string[] {
  const { ownerRef, commanderRef, contributors, review } = postmortem;
  return [
    ...new Set(
      [
        ownerRef,
        commanderRef,
        ...contributors.map(({ userRef }) => userRef),
        ...review.reviewerRefs,
      ].filter(ref => ref?.startsWith('user:')),
    ),
  ] as string[];
}

/** Whether a time is after the deadline of an incomplete postmortem. */
export function isAfterDeadline(
  { dueAt, completedAt }: Pick<Postmortem, 'dueAt' | 'completedAt'>,
  time: string | undefined,
): boolean {
  return (
    time !== undefined &&
    dueAt !== undefined &&
    completedAt === undefined &&
    Date.parse(time) > Date.parse(dueAt)
  );
}
