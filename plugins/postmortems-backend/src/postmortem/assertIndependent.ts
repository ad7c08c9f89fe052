import type { Knex } from 'knex';
import { NotAllowedError } from '@backstage/errors';
import type { Section } from 'backstage-plugin-postmortems-common';
import type { SectionEdit } from './HistoryStore';
import type { AuthoredSection } from './ports';
import type { PostmortemRecord } from './PostmortemRecord';
import { attributeEdit, charactersByAuthor } from './integrity/authorship';
import type { AuthorRun } from './integrity/authorship';
import { dependenceOf, explainDependence } from './integrity/independence';
import type { IndependenceFacts } from './integrity/independence';
import type { PostmortemContext } from './context';

/** The stores that hold the facts that determine independence. */
export type IndependenceContext = Pick<
  PostmortemContext,
  'history' | 'involvement' | 'sections'
>;

/**
 * Which involvement counts. Approvals consider the current cycle (since the start or the last
 * publication). Exceptions consider all cycles, including earlier postmortems for the incident.
 */
export type InvolvementScope = 'cycle' | 'incident';

/** Loads the facts that determine independence. */
export async function independenceFacts(
  ctx: IndependenceContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  scope: InvolvementScope,
): Promise<IndependenceFacts> {
  const { number, ownerRef, publications } = postmortem;
  return {
    ownerRef,
    involvedRefs: await ctx.involvement.list(
      tx,
      number,
      scope === 'cycle' ? publications.length : undefined,
    ),
    authors: await authorsOf(ctx, tx, number),
  };
}

/**
 * @param what - the action that requires independence, for the message
 * @throws NotAllowedError if the user is not independent of the incident
 */
export async function assertIndependent(
  ctx: IndependenceContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  userRef: string,
  what: string,
): Promise<void> {
  const facts = await independenceFacts(ctx, tx, postmortem, 'incident');
  const dependence = dependenceOf(userRef, facts);
  if (dependence) {
    throw new NotAllowedError(
      `${what} must come from someone who is independent of the postmortem, but ${explainDependence(
        dependence,
      )}`,
    );
  }
}

/** Counts the characters in the current text of all sections, by author. */
export async function authorsOf(
  ctx: IndependenceContext,
  tx: Knex,
  postmortem: number,
): Promise<Map<string, number>> {
  const sections = await ctx.sections.authored(tx, postmortem);
  return countAuthors(ctx, tx, postmortem, sections);
}

/** Like `authorsOf`, but for sections that are already loaded. */
export async function countAuthors(
  ctx: IndependenceContext,
  tx: Knex,
  postmortem: number,
  sections: AuthoredSection[],
): Promise<Map<string, number>> {
  const authors = new Map<string, number>();
  const edits = await ctx.history.edits(
    tx,
    postmortem,
    sections.flatMap(({ key, authorship }) => (authorship ? [] : key)),
  );
  for (const { key, markdown, authorship } of sections) {
    const runs = authorship ?? replayEdits(edits.get(key));
    for (const [author, count] of charactersByAuthor(markdown, runs)) {
      authors.set(author, (authors.get(author) ?? 0) + count);
    }
  }
  return authors;
}

/** Computes the authorship of a section after an edit. */
export async function authorshipAfter(
  ctx: IndependenceContext,
  tx: Knex,
  postmortem: number,
  before: Pick<Section, 'key' | 'markdown'>,
  after: string,
  editorRef: string,
): Promise<AuthorRun[]> {
  const stored = await ctx.sections.authored(tx, postmortem);
  const section = stored.find(({ key }) => key === before.key);
  const runs =
    section &&
    (section.authorship ??
      replayEdits(
        (await ctx.history.edits(tx, postmortem, [before.key])).get(before.key),
      ));
  return attributeEdit(before.markdown, runs ?? [], after, editorRef);
}

/**
 * Computes a section's authorship after an earlier text is restored. The text is attributed to
 * those who wrote it, not to the person who restored it.
 */
export async function authorshipOfRestored(
  ctx: IndependenceContext,
  tx: Knex,
  postmortem: number,
  before: Pick<Section, 'key' | 'markdown'>,
  after: string,
  actorRef: string,
): Promise<AuthorRun[]> {
  const edits = await ctx.history.edits(tx, postmortem, [before.key]);
  return replayEdits(
    [
      ...(edits.get(before.key) ?? []),
      { before: before.markdown, after, actorRef, restored: true },
    ],
    actorRef,
  );
}

/**
 * Reconstructs authorship from the history. Restored text is attributed to its original authors.
 *
 * @param unknownRef - credited with text from before the history
 */
function replayEdits(
  edits: SectionEdit[] = [],
  unknownRef?: string,
): AuthorRun[] {
  const first = edits[0]?.before ?? '';
  let runs: AuthorRun[] =
    unknownRef && first ? [[unknownRef, first.length]] : [];
  const known = new Map([[first, runs]]);
  for (const { before, after, actorRef, restored } of edits) {
    const earlier = restored ? known.get(after) : undefined;
    runs = earlier ?? attributeEdit(before, runs, after, actorRef);
    known.set(after, runs);
  }
  return runs;
}
