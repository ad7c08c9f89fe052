import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { PostmortemFacts } from './PostmortemRecord';
import { assertNotPublished } from './assertNotPublished';
import { changesContent } from './content';
import { checkTimes } from './checkTimes';
import { heldAsPlanned } from './integrity/correctionWindow';
import { actorOf } from '../kernel/actor';
import { canonicalRef, canonicalRefs, utc } from '../kernel/normalize';
import { toPostmortem } from './present';
import { changeFacts } from './change';
import { assertKnown } from './knownRefs';
import type { NamedRef } from '../team/ports';
import { assertInCatalog } from '../team/ports';
import type { PostmortemContext } from './context';
import { factsToCreate, insertPostmortem, peopleOf } from './create';
import { extendSeverityHistory } from './severityHistory';

/** Creates and updates postmortems. */
export function factsOperations(
  ctx: PostmortemContext,
): Pick<PostmortemsService, 'createPostmortem' | 'updatePostmortem'> {
  return {
    async createPostmortem({ body }, options) {
      const { credentials } = options;
      const { facts, missing } = await factsToCreate(ctx, body, credentials);
      assertInCatalog(missing);
      return ctx.knex.transaction(async tx => {
        const created = await insertPostmortem(
          ctx,
          tx,
          { ...facts, ownerPendingSince: ctx.clock().toISOString() },
          { actorRef: actorOf(credentials), action: 'created' },
        );
        return toPostmortem(ctx, tx, created, options);
      });
    },

    async updatePostmortem(request, options) {
      const { body } = request;
      const { linked, missing } = await linkChanged(
        ctx,
        body,
        options.credentials,
      );
      const { severity, severityChangedAt, severityReason, reason, ...plain } =
        body;
      if (!severity && (severityChangedAt || severityReason)) {
        throw new InputError(
          'severityChangedAt and severityReason require severity. Add severity, or omit both',
        );
      }
      return changeFacts(ctx, request, options, async (current, tx, now) => {
        await assertKnown(ctx, tx, current, missing);
        const facts: PostmortemFacts = {
          ...current,
          ...definedOnly({
            ...plain,
            startedAt: utc(plain.startedAt),
            detectedAt: utc(plain.detectedAt),
            mitigatedAt: utc(plain.mitigatedAt),
            resolvedAt: utc(plain.resolvedAt),
            meetingHeldAt: utc(plain.meetingHeldAt),
            labels: plain.labels && [...new Set(plain.labels)].sort(),
          }),
          ...linked,
        };
        if (severity) {
          facts.severityHistory = extendSeverityHistory(
            facts,
            { severity, at: severityChangedAt, reason: severityReason },
            ctx.policy.severities,
            now,
          );
        }
        checkTimes(facts, now);
        if (changesContent(current, facts)) assertNotPublished(current);
        return {
          facts,
          reason: reason ?? severityReason,
          because: heldAsPlanned(current, facts, now),
        };
      });
    },
  };
}

/** Looks up changed references, and derives the teams if the entities changed. */
async function linkChanged(
  ctx: PostmortemContext,
  body: Partial<Pick<Postmortem, 'entityRefs' | 'contributors'>> & {
    commanderRef?: string | null;
  },
  credentials: BackstageCredentials,
): Promise<{ linked: Partial<PostmortemFacts>; missing: NamedRef[] }> {
  const changed = definedOnly({
    entityRefs: body.entityRefs && canonicalRefs(body.entityRefs),
    commanderRef: body.commanderRef && canonicalRef(body.commanderRef),
    contributors: body.contributors?.map(contributor => ({
      ...contributor,
      userRef: canonicalRef(contributor.userRef),
    })),
  });
  const people = peopleOf(changed);
  if (!changed.entityRefs && people.length === 0) {
    return { linked: changed, missing: [] };
  }

  const { ownership, missing } = await ctx.linking.link(
    changed.entityRefs ?? [],
    people,
    credentials,
  );
  return {
    linked: changed.entityRefs ? { ...changed, ...ownership } : changed,
    missing,
  };
}

type Cleared<T> = { [K in keyof T]: Exclude<T[K], null> | undefined };

/** Drops undefined fields, and converts `null` (clears a field) to `undefined`. */
function definedOnly<T extends object>(changes: T): Partial<Cleared<T>> {
  return Object.fromEntries(
    Object.entries(changes)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, value ?? undefined]),
  ) as Partial<Cleared<T>>;
}
