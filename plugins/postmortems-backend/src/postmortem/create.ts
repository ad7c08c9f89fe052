import type { Knex } from 'knex';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type {
  Origin,
  createPostmortemSchema,
} from 'backstage-plugin-postmortems-common';
import type { z } from 'zod';
import type { NamedRef } from '../team/ports';
import { DATED_FACTS } from './PostmortemRecord';
import type { PostmortemFacts, PostmortemRecord } from './PostmortemRecord';
import { checkTimes } from './checkTimes';
import { brokenBy } from './integrity/invariants';
import { canonicalRef, canonicalRefs, utc } from '../kernel/normalize';
import { record } from './recordHistory';
import { evaluateUnderPolicy } from './integrity/evaluateUnderPolicy';
import { assertStillVisible } from './assertStillVisible';
import { updateFacts } from '../search/ports';
import type { PostmortemContext } from './context';
import { resolveSeverityHistory } from './severityHistory';
import { userField } from '../team/ports';

type CreateInput = z.output<typeof createPostmortemSchema>;

/**
 * Converts input to facts: resolves severities to ids, converts times to UTC, and derives owning
 * teams.
 *
 * @returns the facts, and any references missing from the catalog
 * @throws InputError naming the field
 * @throws ServiceUnavailableError if the catalog is unavailable
 */
export async function factsToCreate(
  ctx: PostmortemContext,
  input: CreateInput,
  credentials: BackstageCredentials,
): Promise<{ facts: PostmortemFacts; missing: NamedRef[] }> {
  const facts = {
    title: input.title,
    outcome: input.outcome,
    severityHistory: resolveSeverityHistory(input, ctx.policy.severities),
    startedAt: utc(input.startedAt),
    detectedAt: utc(input.detectedAt),
    mitigatedAt: utc(input.mitigatedAt),
    resolvedAt: utc(input.resolvedAt),
    entityRefs: canonicalRefs(input.entityRefs),
    ownerRef: input.ownerRef && canonicalRef(input.ownerRef),
    commanderRef: input.commanderRef && canonicalRef(input.commanderRef),
    contributors: input.contributors.map(contributor => ({
      ...contributor,
      userRef: canonicalRef(contributor.userRef),
    })),
    labels: [...new Set(input.labels)].sort(),
    links: input.links,
    visibility: input.visibility,
    status: 'draft' as const,
    publications: [],
    reviewerRefs: [],
  };
  checkTimes(facts, ctx.clock());
  const { ownership = { teamRefs: [] }, missing } = await ctx.linking.link(
    facts.entityRefs,
    peopleOf(facts),
    credentials,
  );
  return { facts: { ...facts, ...ownership }, missing };
}

/** Inserts a postmortem with its first history entry, and indexes it. */
export async function insertPostmortem(
  ctx: PostmortemContext,
  tx: Knex,
  facts: PostmortemFacts,
  by: {
    actorRef: string;
    action: 'created' | 'imported';
    importKey?: string;
    reason?: string;
    /**
     * False if an incident source creates the draft. Omit it if a person or service does, so that
     * the postmortem counts as edited.
     */
    edited?: false;
  },
): Promise<PostmortemRecord> {
  const at = ctx.clock().toISOString();
  const wanted = {
    ...facts,
    ...evaluateUnderPolicy(facts, ctx.policy),
    importKey: by.importKey,
    edited: by.edited ?? true,
    origin: originOf(by),
    factEntries: Object.fromEntries(
      DATED_FACTS.filter(fact => facts[fact]).map(fact => [fact, at]),
    ),
    exceptions: 0,
    deletions: 0,
    contentRevision: 1,
    revision: 1,
    createdAt: at,
    createdBy: by.actorRef,
    updatedAt: at,
  };
  const [broken] = brokenBy(undefined, { ...facts, coversPrivate: false });
  if (broken) throw new InputError(broken);
  assertStillVisible(ctx, wanted);
  const postmortem = await ctx.postmortems.insert(tx, wanted);
  await ctx.teams.ensure(tx, postmortem.teamRefs);
  await record(ctx, tx, postmortem.number, [
    {
      at,
      actorRef: by.actorRef,
      action: by.action,
      after: postmortem.title,
      reason: by.reason,
    },
  ]);
  if (by.action === 'created') await ctx.notifier.created(tx, postmortem, by);
  await updateFacts(tx, postmortem);
  return postmortem;
}

function originOf(by: {
  action: 'created' | 'imported';
  edited?: false;
}): Origin {
  if (by.action === 'imported') return 'import';
  return by.edited === false ? 'source' : 'person';
}

/** The people in the input, each with the name of its field. */
export function peopleOf(
  facts: Partial<
    Pick<PostmortemFacts, 'ownerRef' | 'commanderRef' | 'contributors'>
  >,
): NamedRef[] {
  return [
    ...(facts.ownerRef ? [userField('ownerRef', facts.ownerRef)] : []),
    ...(facts.commanderRef
      ? [userField('commanderRef', facts.commanderRef)]
      : []),
    ...(facts.contributors ?? []).map(({ userRef }, index) =>
      userField(`contributors[${index}].userRef`, userRef),
    ),
  ];
}
