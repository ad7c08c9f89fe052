import { newExceptions, RANKS } from './law';
import type { Operation } from './law';
import { newPostmortem, raise } from './model';
import type { ModelledPostmortem } from './model';
import type { View, World } from './world';

/** Updates the model after a step that affects whole postmortems: new and merged ones. */
export async function followUp(
  world: World,
  before: View,
  after: View,
  operation: Operation,
): Promise<void> {
  const { models, retired, successors } = world;
  const fresh = newExceptions(before, after);

  for (const [id, summary] of before.postmortems) {
    const model = models.get(id);
    if (!model || after.postmortems.has(id)) continue;
    retired.set(id, { model, summary });
    models.delete(id);
  }
  for (const id of after.postmortems.keys()) {
    if (models.has(id)) continue;
    models.set(id, retired.get(id)?.model ?? newPostmortem({ peak: 9 }));
    retired.delete(id);
  }
  for (const { postmortemId, subjectId, kind } of fresh) {
    const successor = models.get(postmortemId);
    if (!subjectId || !successor) continue;
    // What is restored may be replaced at once, if its incident was merged meanwhile.
    const gone = kind === 'restored' ? undefined : retired.get(subjectId);
    if (gone) {
      successors.set(subjectId, postmortemId);
      inherit(successor, gone.model);
      const was = before.postmortems.get(postmortemId);
      if (was) {
        successor.taken[subjectId] = { peak: gone.model.peak, before: was };
        successor.content += 1;
      } else if (kind === 'deleted') {
        successor.taken = gone.model.taken;
        successor.ownPeak = gone.model.ownPeak;
      }
    } else if (successor.taken[subjectId]) {
      giveBack(successor, subjectId, RANKS[severityOf(after, postmortemId)]);
    }
  }
  for (const [id, { resolvedAt }] of after.postmortems) {
    const wasResolved = before.postmortems.get(id)?.resolvedAt !== undefined;
    // A time removed by the source or by someone independent can be entered anew.
    if (wasResolved && !resolvedAt && operation.what !== 'unresolve') {
      delete models.get(id)!.entered.resolvedAt;
    }
  }
  await followSource(world, after, operation);
}

function severityOf({ postmortems }: View, id: string): string {
  return postmortems.get(id)!.governingSeverity;
}

/** The successor inherits involvement. */
function inherit(
  successor: ModelledPostmortem,
  gone: ModelledPostmortem,
): void {
  successor.peak = Math.min(successor.peak, gone.peak);
  successor.reached.push(...gone.reached);
  successor.involved.push(
    ...gone.involved.map(({ who }) => ({ who, cycle: -1 })),
  );
  for (const [fact, at] of Object.entries(gone.entered)) {
    successor.entered[fact] = Math.min(successor.entered[fact] ?? at, at);
  }
}

/**
 * A restored postmortem has its obligation back. The other one then has the severity of its
 * remaining incidents, unless it was changed since.
 */
function giveBack(
  successor: ModelledPostmortem,
  id: string,
  rank: number | undefined,
): void {
  const { [id]: _given, ...rest } = successor.taken;
  successor.taken = rest;
  const without = Math.min(
    successor.ownPeak,
    ...Object.values(rest).map(({ peak }) => peak),
  );
  if (rank === without) successor.peak = without;
}

/** A source can raise a severity unless a person decided otherwise, and never lowers it. */
async function followSource(
  { portal, models, incidentPeaks }: World,
  after: View,
  operation: Operation,
): Promise<void> {
  for (const [id, summary] of after.postmortems) {
    const model = models.get(id)!;
    if (
      !operation.fromSource &&
      !['cover', 'restore', 'delete'].includes(operation.what) &&
      model.peak !== 9
    ) {
      continue;
    }
    const { incidents } = await portal.asService.getPostmortem({
      params: { id },
    });
    const reported = incidents.map(({ key }) => incidentPeaks.get(key) ?? 9);
    const reached = Math.min(model.peak, ...reported);
    if (RANKS[summary.governingSeverity] === reached) {
      if (operation.what === 'cover') {
        model.peak = reached;
        model.reached.push(reached);
      } else if (reached < model.peak) {
        raise(model, reached);
      }
    }
    model.reached.push(...reported);
    model.entered.startedAt ??= after.now;
    if (summary.resolvedAt) model.entered.resolvedAt ??= after.now;
  }
}
