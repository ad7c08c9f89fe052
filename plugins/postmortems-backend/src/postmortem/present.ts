import type { Knex } from 'knex';
import type {
  Meeting,
  Postmortem,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';
import type { PostmortemsServiceOptions } from 'backstage-plugin-postmortems-node';
import { sideBySide } from '../kernel/db/sideBySide';
import { latestSeverity } from './PostmortemRecord';
import type {
  ListedPostmortem,
  PlannedMeeting,
  PostmortemRecord,
} from './PostmortemRecord';
import { actionItemDueDates } from '../policy/actionItemDue';
import { actionItemsRequired } from '../policy/requiredByPolicy';
import { complianceStatus } from '../policy/complianceStatus';
import { timeZoneOf } from '../policy/dueDay';
import type { PolicyBook } from '../policy/PolicyBook';
import { idOf } from '../kernel/ids';
import { countAuthors } from './assertIndependent';
import type { PostmortemContext } from './context';

/** Schedule for a meeting that was held without being scheduled here. */
const UNPLANNED: PlannedMeeting = { durationMinutes: 60, attendeeRefs: [] };

/** Converts a record to its summary for lists, as of `now`. */
export function toSummary(
  record: ListedPostmortem,
  policy: PolicyBook,
  now: Date,
): PostmortemSummary {
  const date = (time: string | undefined) =>
    time === undefined ? undefined : new Date(time);
  return {
    id: idOf(record.number),
    title: record.title,
    severity: latestSeverity(record.severityHistory),
    governingSeverity: record.governingSeverity,
    outcome: record.outcome,
    startedAt: record.startedAt,
    detectedAt: record.detectedAt,
    mitigatedAt: record.mitigatedAt,
    resolvedAt: record.resolvedAt,
    entityRefs: record.entityRefs,
    teamRefs: record.teamRefs,
    ownerRef: record.ownerRef,
    ownerAcknowledgedAt: record.ownerAcknowledgedAt,
    commanderRef: record.commanderRef,
    status: record.status,
    publishedAt: record.publishedAt,
    completedAt: record.completedAt,
    dueAt: record.deadline?.dueAt,
    timeZone: timeZoneOf(record, policy),
    complianceStatus: complianceStatus(
      {
        required: record.required,
        dueAt: date(record.deadline?.dueAt),
        warnAt: date(record.warnAt),
        completedAt: date(record.completedAt),
        waiver: record.waiver && { expiresAt: date(record.waiver.expiresAt) },
        claimed: record.claimed,
      },
      now,
    ),
    visibility: record.visibility,
    waiver: record.waiver,
    extension: record.extension,
    labels: record.labels,
    edited: record.edited,
    origin: record.origin,
    exceptions: record.exceptions,
    revision: record.revision,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

/** Loads a complete postmortem, as visible to the caller. */
export async function toPostmortem(
  ctx: PostmortemContext,
  tx: Knex,
  record: PostmortemRecord,
  options: PostmortemsServiceOptions,
): Promise<Postmortem> {
  const { number } = record;
  const [
    { sections, authored },
    timeline,
    contributingFactors,
    actionItems,
    reviewWith,
    involvedIn,
    incidents,
    ongoing,
  ] = await sideBySide(tx, [
    () => ctx.sections.listAuthored(tx, number),
    () => ctx.parts.timeline(tx, number),
    () => ctx.parts.contributingFactors(tx, number),
    () => ctx.parts.actionItems(tx, number),
    () => ctx.parts.review(tx, record, options),
    () => ctx.involvement.latest(tx, number),
    () => ctx.parts.incidents(tx, record),
    () => ctx.parts.ongoing(tx, record),
  ]);
  const now = ctx.clock();
  return {
    ...toSummary(record, ctx.policy, now),
    severityHistory: record.severityHistory,
    ongoing,
    contributors: record.contributors,
    links: record.links,
    // Involvement in an earlier postmortem for the same incident doesn't count. It is stored with a
    // negative cycle number.
    ownerEngaged:
      record.ownerRef !== undefined &&
      (involvedIn.get(record.ownerRef) ?? -1) >= 0,
    ownerSuggestion: record.ownerSuggestion,
    meetingHeldAt: record.meetingHeldAt,
    meeting: toMeeting(record),
    deadline: record.deadline,
    createdBy: record.createdBy,
    sections,
    timeline,
    contributingFactors,
    actionItems,
    actionItemDueDates: actionItemDueDates(record, ctx.policy),
    actionItemsRequired: actionItemsRequired(record, ctx.policy),
    noActionItemsReason: record.noActionItemsReason,
    contentRevision: record.contentRevision,
    ...reviewWith({
      involvedIn,
      authors: await countAuthors(ctx, tx, number, authored),
    }),
    publications: record.publications,
    ...incidents,
    imported: await ctx.parts.imported(tx, record, options),
  };
}

function toMeeting(record: PostmortemRecord): Meeting | undefined {
  const { meeting, meetingHeldAt, deadline } = record;
  if (!meeting && !meetingHeldAt) return undefined;
  return {
    ...(meeting ?? UNPLANNED),
    heldAt: meetingHeldAt,
    afterDeadline: Boolean(
      meeting?.scheduledFor &&
        deadline &&
        new Date(meeting.scheduledFor) > new Date(deadline.dueAt),
    ),
  };
}
