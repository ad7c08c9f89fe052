import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type {
  EndpointName,
  LiveUpdates,
  SectionKey,
} from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { actorOf } from '../kernel/actor';
import { load, loadLocked } from '../postmortem/change';
import { assertNotPublished } from '../postmortem/assertNotPublished';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { isPerson } from '../postmortem/recordHistory';
import { acceptUpdate } from './acceptUpdate';
import type { LiveContext } from './context';
import { seed, stateOf } from './document';
import type { LiveRecord } from './LiveStore';
import { isComplete, isOvergrown } from './rules';
import { loadDocument, settle } from './settle';

/** Undocumented while live editing is disabled. */
export const LIVE_OPERATIONS = [
  'openLiveDocument',
  'listLiveUpdates',
  'addLiveUpdate',
] as const satisfies EndpointName[];

/**
 * Operations on sections that several people edit at the same time. Updates are
 * stored at once. The section's text follows within a second.
 */
export function liveOperations(
  ctx: LiveContext,
): Pick<PostmortemsService, (typeof LIVE_OPERATIONS)[number]> {
  return {
    async openLiveDocument({ params }) {
      assertEnabled(ctx);
      return ctx.knex.transaction(async tx => {
        const postmortem = await loadLocked(ctx, tx, params.id);
        assertNotPublished(postmortem);
        const record = await open(ctx, tx, postmortem, params.key);
        return (await updatesSince(ctx, tx, record, 0))!;
      });
    },

    async listLiveUpdates({ params, query }) {
      assertEnabled(ctx);
      const postmortem = await load(ctx, params.id);
      for (;;) {
        const record = await upToDate(ctx, postmortem, params.key);
        if (!record) return { generation: 0, sequence: 0, updates: [] };
        const isSame = record.generation === query.generation;
        const since = isSame ? query.since : 0;
        const listed = await updatesSince(ctx, ctx.knex, record, since);
        if (listed) return listed;
      }
    },

    async addLiveUpdate({ params, body }, { credentials }) {
      assertEnabled(ctx);
      const update = Buffer.from(body.update, 'base64');
      const actorRef = actorOf(credentials);
      const { record, number } = await ctx.knex.transaction(async tx => {
        const postmortem = await loadLocked(ctx, tx, params.id);
        assertNotPublished(postmortem);
        const found = await ctx.live.get(tx, postmortem.number, params.key);
        if (found?.generation !== body.generation) {
          throw new ConflictError(
            `generation must be the current one, ${
              found?.generation ?? 'which is none'
            }, not ${
              body.generation
            }. Open the live document again and merge your text into it`,
          );
        }
        const loaded = await loadDocument(ctx, tx, postmortem, found);
        const change = acceptUpdate(loaded.document, update);
        if (!change) {
          return { record: loaded.record, number: postmortem.number };
        }
        // An untouched draft may be removed, but not before its text is written.
        if (isPerson(actorRef)) {
          await ctx.postmortems.begin(tx, postmortem.number);
        }
        return {
          number: postmortem.number,
          record: await ctx.live.append(
            tx,
            loaded.record,
            { update: change, actorRef },
            ctx.clock(),
          ),
        };
      });
      ctx.liveEditing.onStored(number);
      return { generation: record.generation, sequence: record.lastSeq };
    },
  };
}

/** @throws NotFoundError */
function assertEnabled({ liveEditing }: LiveContext): void {
  if (!liveEditing.enabled) {
    throw new NotFoundError(
      'Live editing is disabled. To enable it, set postmortems.liveEditing.enabled to true',
    );
  }
}

/** Opens the document of a section, and starts it from the section's text if there is none. */
async function open(
  ctx: LiveContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  key: SectionKey,
): Promise<LiveRecord> {
  const found = await ctx.live.get(tx, postmortem.number, key);
  if (found) {
    const { record, document } = await settle(ctx, tx, postmortem, found);
    if (!isOvergrown(stateOf(document).length)) return record;
    await ctx.live.discard(tx, record);
  }
  const section = await ctx.sections.get(tx, postmortem.number, key);
  return ctx.live.create(tx, {
    postmortem: postmortem.number,
    key,
    sectionRevision: section.revision,
    snapshot: seed(section.markdown),
  });
}

/**
 * The updates after a number, or everything if the updates since were compacted.
 *
 * @returns undefined if they were compacted while this read them
 */
async function updatesSince(
  ctx: LiveContext,
  tx: Knex,
  { generation, snapshot, snapshotSeq, lastSeq }: LiveRecord,
  since: number,
): Promise<LiveUpdates | undefined> {
  const isCompacted = since < snapshotSeq || since === 0;
  const from = isCompacted ? snapshotSeq : since;
  const updates = await ctx.live.updates(tx, generation, from);
  if (!isComplete(updates, from, lastSeq)) return undefined;
  const latest = updates[updates.length - 1]?.seq ?? lastSeq;
  return {
    generation,
    sequence: latest,
    updates: [
      ...(isCompacted ? [snapshot] : []),
      ...updates.map(({ update }) => update),
    ].map(update => Buffer.from(update).toString('base64')),
  };
}

/** The document of a section, after merging the changes that others made to the text. */
async function upToDate(
  ctx: LiveContext,
  { number, status }: PostmortemRecord,
  key: SectionKey,
): Promise<LiveRecord | undefined> {
  const record = await ctx.live.get(ctx.knex, number, key);
  const { revision } = await ctx.sections.get(ctx.knex, number, key);
  if (!record || record.sectionRevision === revision) return record;
  if (status === 'published') return record;
  return ctx.knex.transaction(async tx => {
    const postmortem = await ctx.postmortems.get(tx, number, { lock: true });
    const found = await ctx.live.get(tx, number, key);
    if (!postmortem || !found || postmortem.status === 'published') {
      return found;
    }
    return (await settle(ctx, tx, postmortem, found)).record;
  });
}
