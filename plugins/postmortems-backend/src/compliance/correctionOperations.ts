import { ConflictError } from '@backstage/errors';
import type { CorrectFacts } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { DATED_FACTS } from '../postmortem/PostmortemRecord';
import type {
  PostmortemFacts,
  PostmortemRecord,
} from '../postmortem/PostmortemRecord';
import { checkTimes } from '../postmortem/checkTimes';
import type { SeverityScale } from '../policy/SeverityScale';
import { userOf } from '../kernel/actor';
import { assertIndependent } from '../postmortem/assertIndependent';
import { utc } from '../kernel/normalize';
import { changeFacts } from '../postmortem/change';
import type { ComplianceContext } from './context';

/**
 * Corrects facts that affect the deadline. Requires someone independent and a reason. A published
 * postmortem stays published.
 */
export function correctionOperations(
  ctx: ComplianceContext,
): Pick<PostmortemsService, 'correctFacts'> {
  return {
    async correctFacts(request, options) {
      const approverRef = userOf(options.credentials, 'Correcting facts');
      const { body } = request;
      return changeFacts(ctx, request, options, async (current, tx, now) => {
        await assertIndependent(ctx, tx, current, approverRef, 'A correction');
        const facts = factsCorrected(current, body, ctx.policy.severities);
        checkTimes({ ...current, ...facts }, now);
        return {
          facts,
          reason: body.reason,
          because: { by: 'exception', kind: 'correction' },
        };
      });
    },
  };
}

/** @throws ConflictError if nothing changes */
function factsCorrected(
  current: PostmortemRecord,
  { severity, reason, ...times }: CorrectFacts,
  scale: SeverityScale,
): Partial<PostmortemFacts> {
  const facts: Partial<PostmortemFacts> = {};
  for (const fact of DATED_FACTS) {
    const time = times[fact];
    if (time === undefined) continue;
    const corrected = utc(time ?? undefined);
    if (corrected !== current[fact])
      Object.assign(facts, { [fact]: corrected });
  }
  const wanted = severity && scale.resolve(severity, 'severity');
  if (wanted && wanted !== current.governingSeverity) {
    facts.severityHistory = scale.correct(
      current.severityHistory,
      wanted,
      reason,
    );
  }
  if (Object.keys(facts).length === 0) {
    throw new ConflictError(
      'Nothing to correct: the postmortem already has these values',
    );
  }
  return facts;
}
