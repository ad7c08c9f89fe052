import type {
  DeadlinePreview,
  PreviewDeadline,
} from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { Ownership } from '../team/ports';
import { assertInCatalog } from '../team/ports';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { needsOf } from '../postmortem/integrity/justification';
import { heldAsPlanned } from '../postmortem/integrity/correctionWindow';
import { checkTimes } from '../postmortem/checkTimes';
import { strictestDeadline } from '../policy/strictestDeadline';
import { ruleFor } from '../policy/computeDeadline';
import { canonicalRefs, utc } from '../kernel/normalize';
import { stepTo } from '../postmortem/integrity/recomputeDeadline';
import { load } from '../postmortem/change';
import { assertKnown } from '../postmortem/knownRefs';
import type { ComplianceContext } from './context';
import { resolveSeverityHistory } from '../postmortem/severityHistory';

/** Returns the policy, and previews the deadline for unsaved facts. */
export function policyOperations(
  ctx: ComplianceContext,
): Pick<PostmortemsService, 'getPolicy' | 'previewDeadline'> {
  return {
    async getPolicy() {
      return {
        policy: ctx.policy.inForce(ctx.clock()),
        severities: ctx.policy.severities.definitions,
        incidentSources: [...ctx.sourceTitles].map(([id, title]) => ({
          id,
          title,
        })),
      };
    },

    async previewDeadline({ body }, { credentials }) {
      const now = ctx.clock();
      if (body.postmortemId) {
        const current = await load(ctx, body.postmortemId);
        const { ownership, missing } = await ctx.linking.link(
          canonicalRefs(body.entityRefs ?? []),
          [],
          credentials,
        );
        await assertKnown(ctx, ctx.knex, current, missing);
        return previewOfChange(ctx, current, body, ownership, now);
      }
      const resolvedAt = utc(body.resolvedAt);
      const startedAt =
        utc(body.startedAt) ?? earlier(now.toISOString(), resolvedAt);
      const severityHistory = resolveSeverityHistory(
        { ...body, startedAt },
        ctx.policy.severities,
      );
      checkTimes({ startedAt, resolvedAt, severityHistory }, now);
      const { ownership, missing } = await ctx.linking.link(
        canonicalRefs(body.entityRefs ?? []),
        [],
        credentials,
      );
      assertInCatalog(missing);
      const { teamRefs, calendar }: Ownership = ownership ?? { teamRefs: [] };
      const { governingSeverity, required, rule, deadline } = strictestDeadline(
        {
          startedAt: new Date(startedAt),
          resolvedAt: resolvedAt ? new Date(resolvedAt) : undefined,
          severityHistory,
          calendarOverrides: calendar,
        },
        ctx.policy,
      );
      return { governingSeverity, required, rule, deadline, teamRefs };
    },
  };
}

const CORRECTION = { by: 'exception', kind: 'correction' } as const;

/** Previews a change of facts, and what is needed to save it. */
function previewOfChange(
  { policy }: ComplianceContext,
  current: PostmortemRecord,
  body: PreviewDeadline,
  { teamRefs, calendar }: Ownership = current,
  now: Date,
): DeadlinePreview {
  const { severities } = policy;
  const { severity, meetingHeldAt } = body;
  const startedAt = utc(body.startedAt) ?? current.startedAt;
  const changed = {
    startedAt,
    resolvedAt: utc(body.resolvedAt),
    meetingHeldAt:
      meetingHeldAt === undefined
        ? current.meetingHeldAt
        : utc(meetingHeldAt ?? undefined),
    severityHistory: body.severityHistory
      ? resolveSeverityHistory({ ...body, startedAt }, severities)
      : severities.correct(
          current.severityHistory,
          severities.resolve(severity, 'severity'),
        ),
    calendar,
  };
  checkTimes({ ...current, ...changed }, now);
  const at = now.toISOString();
  const because = heldAsPlanned(current, changed, now);
  const step = stepTo(current, changed, { at, because }, policy);
  const isLowered =
    severities.compare(
      severities.governing(changed.severityHistory),
      current.governingSeverity,
    ) > 0;
  const needs = isLowered
    ? 'correction'
    : needsOf({ ...step, because }, severities, now);
  const { after } =
    needs === 'correction'
      ? stepTo(current, changed, { at, because: CORRECTION }, policy)
      : step;
  const { governingSeverity, required, deadline } = after;
  return {
    governingSeverity,
    required,
    rule:
      deadline?.rule ??
      ruleFor(policy.policyFor(new Date(startedAt)), governingSeverity),
    deadline,
    teamRefs,
    needs,
  };
}

function earlier(time: string, other: string | undefined): string {
  return other !== undefined && other < time ? other : time;
}
