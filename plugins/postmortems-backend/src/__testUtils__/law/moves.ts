import { ResponseError } from '@backstage/errors';
import type {
  Postmortem,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';
import { settled } from '../incidents';
import type { Operation } from './law';
import type { ModelledPostmortem } from './model';
import { plays } from './plays';
import { Refused, choose, refOf } from './step';
import type { Move, Play } from './step';
import { surroundings } from './surroundings';
import type { View, World } from './world';

const HOUR = 3_600_000;

const ALL: Record<string, Play> = { ...plays, ...surroundings };

export type MoveKind = keyof typeof plays | keyof typeof surroundings;

export const MOVE_KINDS = Object.keys(ALL) as MoveKind[];

/** Moves that start postmortems, and so need none. */
const STARTS: string[] = ['create', 'import', 'source-declares'];
const FREE: string[] = [
  ...STARTS,
  'wait',
  'restore',
  'purge',
  'change-calendar',
];

/** Maximum number of postmortems in a run. */
const MOST = 10;

type Fits = (
  summary: PostmortemSummary,
  model: ModelledPostmortem,
  move: Move,
) => boolean;

/** Postmortems for which a move is likely to succeed. */
const FITTING: Partial<Record<MoveKind, Fits>> = {
  'confirm-import': (_, { claims }) => claims.length > 0,
  complete: ({ status }) => status === 'draft',
  write: ({ status }) => status !== 'published',
  redact: (_, { words }) => Object.keys(words).length > 0,
  acknowledge: ({ ownerRef }, _, { who }) => ownerRef === refOf(who),
  'hand-over': ({ ownerRef }, _, { who }) => ownerRef === refOf(who),
  'send-for-review': ({ status }) => status === 'draft',
  approve: ({ status }) => status === 'in-review',
  'request-changes': ({ status }) => status === 'in-review',
  'dismiss-review': (_, { blocking }) => blocking.length > 0,
  publish: ({ status }) => status === 'in-review',
  reopen: ({ status }) => status === 'published',
  waive: ({ complianceStatus }) => complianceStatus !== 'not-required',
  'withdraw-waiver': ({ waiver }) => waiver !== undefined,
  extend: ({ dueAt, completedAt }) => dueAt !== undefined && !completedAt,
  'withdraw-extension': ({ extension }) => extension !== undefined,
  'choose-source': ({ origin }) => origin === 'source',
  merge: ({ status }) => status !== 'published',
  'take-over': ({ status }) => status !== 'published',
  cover: ({ status }) => status !== 'published',
};

function subjectOf(
  { models, subjects, successors }: World,
  before: View,
  move: Move,
): string | undefined {
  const ids = [...models.keys()];
  let known = move.script === undefined ? undefined : subjects.get(move.script);
  while (known && !models.has(known)) known = successors.get(known);
  if (known) return known;
  const summaryOf = (id: string) => before.postmortems.get(id)!;
  const fits = FITTING[move.kind as MoveKind];
  const ofOrigin = ids.filter(id => summaryOf(id).origin === move.origin);
  const fitting = ids.filter(id =>
    fits?.(summaryOf(id), models.get(id)!, move),
  );
  const [some = ids] = [ofOrigin, fitting].filter(each => each.length > 0);
  const id = choose(some, move.target);
  const isStart = STARTS.includes(move.kind);
  if (move.script !== undefined && id && !isStart)
    subjects.set(move.script, id);
  return id;
}

/**
 * Makes a move.
 *
 * @returns its effect, or undefined if it was refused
 * @throws if the plugin failed
 */
export async function make(
  world: World,
  before: View,
  move: Move,
): Promise<Operation | undefined> {
  const { portal, models, subjects, knex } = world;
  const ids = [...models.keys()];
  if (ids.length === 0 && !FREE.includes(move.kind)) return undefined;
  if (ids.length >= MOST && STARTS.includes(move.kind)) return undefined;
  // Two actions never share a timestamp.
  const now = portal.clock.now.getTime() + 1000;
  portal.clock.now = new Date(now);
  const read = async (each: string | undefined) =>
    each === undefined
      ? undefined
      : portal.asService.getPostmortem({ params: { id: each } });
  const id = subjectOf(world, before, move) as string;
  const isAboutOne = move.kind in plays || move.kind.startsWith('source-');
  const it = (isAboutOne ? await read(id) : undefined) as Postmortem;
  const others = ids.filter(each => {
    const { status, complianceStatus } = before.postmortems.get(each)!;
    const canTake = status !== 'published' && complianceStatus !== 'claimed';
    return each !== id && (canTake || move.kind === 'take-over');
  });
  const other =
    ['merge', 'take-over'].includes(move.kind) && others.length > 0
      ? await read(choose(others, move.pick))
      : undefined;
  try {
    const operation = await ALL[move.kind]({
      world,
      view: before,
      move,
      api: portal.as(move.who),
      now,
      it,
      model: models.get(id) as ModelledPostmortem,
      other,
      current: { params: { id }, ifMatch: it?.revision },
      ago: hours => new Date(now - hours * HOUR).toISOString(),
    });
    // Moved incidents sync with their source again.
    await settled(knex, portal);
    if (
      STARTS.includes(move.kind) &&
      move.script !== undefined &&
      operation?.id
    ) {
      subjects.set(move.script, operation.id);
    }
    return { what: move.kind, who: move.who, id, ...operation };
  } catch (error) {
    if (
      error instanceof Refused ||
      (error instanceof ResponseError && error.statusCode < 500)
    ) {
      return undefined;
    }
    const { message } =
      (error as ResponseError).body?.error ?? (error as Error);
    throw new Error(`${move.kind} failed: ${message}`, { cause: error });
  }
}
