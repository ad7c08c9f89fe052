import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { openImportClaims } from 'backstage-plugin-postmortems-common';
import type { importPostmortemSchema } from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import type { NewHistoryEntry } from '../postmortem/HistoryStore';
import type {
  ImportProvenance,
  PostmortemFacts,
  PostmortemRecord,
} from '../postmortem/PostmortemRecord';
import { checkClaims } from './checkClaims';
import { checkTimes } from '../postmortem/checkTimes';
import { assertExtensionLater } from '../policy/assertExtensionLater';
import { canonicalRef, utc } from '../kernel/normalize';
import { toSummary } from '../postmortem/present';
import { record } from '../postmortem/recordHistory';
import { evaluateUnderPolicy } from '../postmortem/integrity/evaluateUnderPolicy';
import type { ImportContext } from './context';
import type { Linked } from '../team/ports';
import { userField } from '../team/ports';

/** The body of an import. */
export type ImportInput = z.output<typeof importPostmortemSchema>;

/** The import's claims, which only someone independent can confirm. */
export function claimsOf(
  body: ImportInput,
  at: string,
): ImportProvenance['claims'] {
  const { publishedAt, ownerRef, ownerAcknowledgedAt, meetingHeldAt } = body;
  const { waiver, extension } = body;
  return {
    ...(publishedAt && { publication: { at: utc(publishedAt) } }),
    ...(waiver && {
      waiver: {
        ...waiver,
        approverRef: canonicalRef(waiver.approverRef),
        ...(waiver.expiresAt && { expiresAt: utc(waiver.expiresAt) }),
        grantedAt: at,
      },
    }),
    ...(extension && {
      extension: {
        ...extension,
        approverRef: canonicalRef(extension.approverRef),
        dueAt: utc(extension.dueAt),
        grantedAt: at,
      },
    }),
    ...(ownerRef &&
      ownerAcknowledgedAt && {
        acknowledgement: {
          ownerRef: canonicalRef(ownerRef),
          at: utc(ownerAcknowledgedAt),
        },
      }),
    ...(meetingHeldAt && { meeting: { heldAt: utc(meetingHeldAt) } }),
  };
}

/**
 * Checks that an import is plausible. Its people and services need not be in the catalog anymore.
 *
 * @returns the approvers who aren't in the catalog
 * @throws InputError naming an implausible field
 */
export async function checkImport(
  ctx: ImportContext,
  body: ImportInput,
  facts: PostmortemFacts,
  credentials: BackstageCredentials,
): Promise<Pick<Linked, 'missing'>> {
  const now = ctx.clock();
  checkTimes({ ...facts, meetingHeldAt: utc(body.meetingHeldAt) }, now);
  checkClaims(body, facts, now);
  const { waiver, extension } = facts.imported?.claims ?? {};
  const { deadline } = evaluateUnderPolicy(facts, ctx.policy);
  if (extension && deadline) {
    assertExtensionLater(
      new Date(extension.dueAt),
      new Date(deadline.dueAt),
      'extension.dueAt',
    );
  }
  const approvers = Object.entries({ waiver, extension }).flatMap(
    ([field, granted]) =>
      granted ? [userField(`${field}.approverRef`, granted.approverRef)] : [],
  );
  const owner = approvers.find(({ ref }) => ref === facts.ownerRef);
  if (owner) {
    throw new InputError(`${owner.field} must not be the owner, ${owner.ref}`);
  }
  return ctx.linking.link([], approvers, credentials);
}

/** Records each claim in the history, and all of them as one entry in the exceptions report. */
export async function noteClaims(
  ctx: ImportContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  by: { actorRef: string; at: string },
): Promise<void> {
  const { claims = {} } = postmortem.imported ?? {};
  const open = openImportClaims(postmortem);
  if (open.length === 0) return;
  await record(
    ctx,
    tx,
    postmortem.number,
    open.map(
      (claim): NewHistoryEntry => ({
        ...by,
        action: `${claim}-claimed`,
        after: claims[claim],
        reason: (claims[claim] as { reason?: string }).reason,
      }),
    ),
  );
  await ctx.exceptions.add(tx, postmortem.number, {
    ...by,
    kind: 'imported',
    after: open,
    statusAfter: toSummary(postmortem, ctx.policy, new Date(by.at))
      .complianceStatus,
    dueAfter: postmortem.deadline?.dueAt,
  });
}
