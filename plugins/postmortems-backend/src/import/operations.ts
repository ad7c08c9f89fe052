import { isError } from '@backstage/errors';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ImportResult,
  SectionKey,
} from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { isAmong } from '../kernel/access/Access';
import { toResource } from '../postmortem/accessFields';
import type {
  PostmortemFacts,
  PostmortemRecord,
} from '../postmortem/PostmortemRecord';
import { insertActionItem, settle } from '../actionItem/ports';
import { actorOf } from '../kernel/actor';
import { idOf } from '../kernel/ids';
import { checkImport, claimsOf, noteClaims } from './importInput';
import type { ImportInput } from './importInput';
import { canonicalRef, utc } from '../kernel/normalize';
import { updateIndex } from '../search/ports';
import type { ImportContext } from './context';
import type { NamedRef } from '../team/ports';
import { factsToCreate, insertPostmortem } from '../postmortem/create';

/** The reason recorded if an action item is due later than the policy's default. */
const IMPORTED = 'Imported';

/**
 * Imports postmortems with their history. An import's claims don't count until someone independent
 * confirms them.
 */
export function importOperations(
  ctx: ImportContext,
): Pick<PostmortemsService, 'importPostmortem'> {
  /** Finds an import by its key, if it is visible to the caller. */
  async function known(
    importKey: string,
    actorRef: string,
  ): Promise<ImportResult | undefined> {
    const all = await ctx.postmortems.findByImportKey(ctx.knex, importKey);
    const found =
      all.find(({ createdBy }) => createdBy === actorRef) ??
      all.find(each => isAmong(ctx.access.visible, toResource(each)));
    return found && { id: idOf(found.number), created: false };
  }

  async function importOne(
    body: ImportInput,
    credentials: BackstageCredentials,
  ): Promise<ImportResult> {
    const now = ctx.clock();
    const at = now.toISOString();
    const actorRef = actorOf(credentials);
    const created = await factsToCreate(ctx, body, credentials);
    const facts: PostmortemFacts = {
      ...created.facts,
      status: body.status,
      noActionItemsReason: body.noActionItemsReason,
      imported: {
        by: actorRef,
        at,
        source: body.source,
        claims: claimsOf(body, at),
      },
    };
    const approvers = await checkImport(ctx, body, facts, credentials);

    return ctx.knex.transaction(async tx => {
      const postmortem = await insertPostmortem(ctx, tx, facts, {
        actorRef,
        action: 'imported',
        importKey: body.importKey,
        reason: noLongerThere([...created.missing, ...approvers.missing]),
      });
      await noteClaims(ctx, tx, postmortem, { actorRef, at });
      await insertContent(ctx, tx, postmortem, body);
      await updateIndex(tx, postmortem.number);
      return { id: idOf(postmortem.number), created: true };
    });
  }

  return {
    async importPostmortem({ body }, { credentials }) {
      const actorRef = actorOf(credentials);
      const before = await known(body.importKey, actorRef);
      if (before) return before;
      try {
        return await importOne(body, credentials);
      } catch (error) {
        // If two imports with the same key run concurrently, the second one finds the first one's
        // postmortem.
        const concurrent =
          isError(error) && (await known(body.importKey, actorRef));
        if (concurrent) return concurrent;
        throw error;
      }
    },
  };
}

/** Lists people and entities that have left the catalog, for the history. */
function noLongerThere(missing: NamedRef[]): string | undefined {
  if (missing.length === 0) return undefined;
  const refs = new Set(missing.map(({ ref }) => ref));
  return `No longer in the catalog: ${[...refs].join(', ')}`;
}

/** Inserts an import's sections, timeline events, factors and action items. */
async function insertContent(
  ctx: ImportContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  body: ImportInput,
): Promise<void> {
  const { number, createdAt, createdBy } = postmortem;
  for (const [key, markdown] of Object.entries(body.sections)) {
    if (!markdown) continue;
    await ctx.sections.put(tx, number, {
      key: key as SectionKey,
      markdown,
      revision: 1,
      updatedAt: createdAt,
      updatedBy: createdBy,
      authorship: [[createdBy, markdown.length]],
    });
  }
  for (const event of body.timeline) {
    await ctx.timeline.insert(tx, number, {
      ...event,
      occurredAt: utc(event.occurredAt),
      revision: 1,
    });
  }
  for (const factor of body.contributingFactors) {
    await ctx.factors.insert(tx, number, { ...factor, revision: 1 });
  }
  for (const { dueReason, ...item } of body.actionItems) {
    const settled = settle(
      ctx,
      postmortem,
      undefined,
      {
        ...item,
        ownerRef: item.ownerRef && canonicalRef(item.ownerRef),
        dueAt: utc(item.dueAt),
        closedAt: utc(item.closedAt),
      },
      dueReason ?? IMPORTED,
    );
    await insertActionItem(ctx, tx, postmortem, settled);
  }
}
