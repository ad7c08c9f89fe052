import { isDeepStrictEqual } from 'node:util';
import type {
  ComplianceExceptionKind,
  ComplianceExceptionListItem,
  ComplianceStatus,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';
import { isIndependent, possibleDues } from './model';
import type { ModelledPostmortem } from './model';
import type { Retired, View } from './world';

const HOUR = 3_600_000;

/** 1 is the most severe. */
export const RANKS: Record<string, number> = {
  'SEV-1': 1,
  'SEV-2': 2,
  'SEV-3': 3,
};

/** The effect of a step, for checking it against the law. */
export interface Operation {
  what: string;
  who?: string;
  /** The postmortem of the step. */
  id?: string;
  /** Whether the model counts it as a publication under the policy. */
  publishes?: boolean;
  /** Whether the change came from an incident source, directly or by a person's choice. */
  fromSource?: boolean;
}

/** The state before a step. */
export interface Known {
  models: ReadonlyMap<string, ModelledPostmortem>;
  retired: ReadonlyMap<string, Retired>;
}

/** A way in which a postmortem improved. */
type Way =
  | 'left overdue'
  | 'left late'
  | 'left the rate'
  | 'excused'
  | 'completed'
  | 'later deadline'
  | 'not required'
  | 'lower severity';

const millis = (time: string | undefined) =>
  time === undefined ? undefined : Date.parse(time);

/** The status of a postmortem at a time, from its summary. */
function statusAt(
  {
    waiver,
    dueAt,
    completedAt,
  }: Pick<PostmortemSummary, 'waiver' | 'dueAt' | 'completedAt'>,
  { required, claimed }: { required: boolean; claimed: boolean },
  now: number,
): ComplianceStatus {
  if (!required) return 'not-required';
  if (claimed) return 'claimed';
  if (waiver && !(waiver.expiresAt && Date.parse(waiver.expiresAt) <= now)) {
    return 'waived';
  }
  if (!dueAt) return 'pending';
  const due = Date.parse(dueAt);
  if (completedAt) return Date.parse(completedAt) <= due ? 'met' : 'late';
  if (now > due) return 'overdue';
  return now >= due - 24 * HOUR ? 'due-soon' : 'on-track';
}

/** The current state of a removed postmortem. */
function untilNow(summary: PostmortemSummary, now: number): PostmortemSummary {
  const { complianceStatus } = summary;
  return {
    ...summary,
    complianceStatus: statusAt(
      summary,
      {
        required: complianceStatus !== 'not-required',
        claimed: complianceStatus === 'claimed',
      },
      now,
    ),
  };
}

function betterIn(before: PostmortemSummary, after: PostmortemSummary): Way[] {
  const was = before.complianceStatus;
  const is = after.complianceStatus;
  const bad = ['overdue', 'late'];
  const inRate = [...bad, 'met'];
  const due = { was: millis(before.dueAt), is: millis(after.dueAt) };
  const done = {
    was: millis(before.completedAt),
    is: millis(after.completedAt),
  };
  const changes: Record<Way, boolean> = {
    'left overdue': was === 'overdue' && is !== 'overdue',
    'left late': was === 'late' && !bad.includes(is),
    'left the rate': inRate.includes(was) && !inRate.includes(is),
    excused:
      (is === 'waived' &&
        !['not-required', 'waived'].includes(was) &&
        !isDeepStrictEqual(before.waiver, after.waiver)) ||
      // A claim hides a waiver, which shows once the claim is settled.
      (is === 'claimed' &&
        after.waiver !== undefined &&
        !isDeepStrictEqual(before.waiver, after.waiver)) ||
      (is === 'claimed' &&
        !['not-required', 'waived', 'claimed'].includes(was)),
    completed:
      is !== 'not-required' &&
      done.is !== undefined &&
      !(done.was !== undefined && done.was <= done.is),
    'later deadline':
      due.was !== undefined && !(due.is !== undefined && due.is <= due.was),
    'not required': was !== 'not-required' && is === 'not-required',
    'lower severity':
      RANKS[after.governingSeverity] > RANKS[before.governingSeverity],
  };
  return (Object.keys(changes) as Way[]).filter(way => changes[way]);
}

const MORE_TIME: Way[] = [
  'left overdue',
  'left late',
  'left the rate',
  'later deadline',
];
const ANY_BUT_DONE: Way[] = [
  ...MORE_TIME,
  'excused',
  'not required',
  'lower severity',
];

/** What each kind of exception can improve. */
const IMPROVES: Partial<Record<ComplianceExceptionKind, Way[]>> = {
  waiver: ['left overdue', 'left late', 'left the rate', 'excused'],
  extension: ['left overdue', 'left the rate', 'later deadline'],
  correction: [...MORE_TIME, 'not required', 'lower severity'],
  covered: ANY_BUT_DONE,
  merged: ANY_BUT_DONE,
  'import-confirmed': [...ANY_BUT_DONE, 'completed'],
  redated: MORE_TIME,
  'source-report': MORE_TIME,
};

/** Kinds that require someone independent and a reason. */
const GRANTED: ComplianceExceptionKind[] = [
  'waiver',
  'extension',
  'correction',
  'covered',
  'merged',
  'import-confirmed',
];

const isSource = (actorRef: string) => actorRef.startsWith('incident-source:');

/** The improvements that an entry in the exceptions report allows. */
function entitled(
  exception: ComplianceExceptionListItem,
  sides: ModelledPostmortem[],
  operation: Operation,
  now: number,
): Way[] {
  const { kind, actorRef, reason, field } = exception;
  const ways = IMPROVES[kind] ?? [];
  const who = actorRef.replace('user:default/', '');
  if (GRANTED.includes(kind)) {
    const granted =
      who === operation.who &&
      Boolean(reason) &&
      sides.every(
        side =>
          isIndependent(side, who) &&
          !(kind === 'import-confirmed' && side.importer === who),
      );
    return granted ? ways : [];
  }
  if (kind === 'redated') {
    const fresh = sides.every(
      ({ entered }) => now - entered[field ?? ''] <= 24 * HOUR,
    );
    return who === operation.who && reason && fresh ? ways : [];
  }
  return isSource(actorRef) || (operation.fromSource && who === operation.who)
    ? ways
    : [];
}

/** Wrong statements in an entry. */
function untrueOf(
  exception: ComplianceExceptionListItem,
  was: PostmortemSummary | undefined,
  is: PostmortemSummary,
): string[] {
  const { kind, statusBefore, statusAfter, dueBefore, dueAfter } = exception;
  const said = [
    ['status after', statusAfter, is.complianceStatus],
    ['deadline after', millis(dueAfter), millis(is.dueAt)],
    // If the severity was raised as well, compare with the result of that alone.
    ...(was &&
    !['covered', 'merged', 'restored', 'deleted', 'imported'].includes(kind) &&
    was.governingSeverity === is.governingSeverity
      ? [
          ['status before', statusBefore, was.complianceStatus],
          ['deadline before', millis(dueBefore), millis(was.dueAt)],
        ]
      : []),
  ];
  return said
    .filter(([, theirs, ours]) => theirs !== ours)
    .map(
      ([what, theirs, ours]) =>
        `${exception.postmortemId}: ${kind} says ${what} is ${theirs}, not ${ours}`,
    );
}

/**
 * The exceptions that a step added to the report. Restoring a postmortem also brings back its older ones.
 */
export function newExceptions(
  before: View,
  after: View,
): ComplianceExceptionListItem[] {
  const known = new Set(before.exceptions.map(({ id }) => id));
  return after.exceptions.filter(
    ({ id, at }) => !known.has(id) && Date.parse(at) >= before.now,
  );
}

/**
 * Holds what a step changed to the law.
 *
 * @param known - the model before the step
 * @returns violations; empty if the law holds
 */
export function breaches(
  before: View,
  after: View,
  { models, retired }: Known,
  operation: Operation,
): string[] {
  const { now } = after;
  const fresh = newExceptions(before, after);
  const freshOf = (id: string) =>
    fresh.filter(({ postmortemId }) => postmortemId === id);
  const wrong: string[] = [];
  const successors = new Set<string>();

  for (const [id, summary] of before.postmortems) {
    const was = untilNow(summary, now);
    const model = models.get(id);
    if (!model) {
      wrong.push(`${id} is unknown to the model`);
      continue;
    }
    // A removed postmortem passed its obligation to the one named in the entry.
    const successor = after.postmortems.has(id)
      ? id
      : fresh.find(({ subjectId }) => subjectId === id)?.postmortemId;
    const is =
      successor === undefined ? undefined : after.postmortems.get(successor);
    if (!is) {
      const isUnwanted = operation.what.startsWith('source-') && !was.edited;
      if (was.complianceStatus !== 'not-required' && !isUnwanted) {
        wrong.push(`${id} owed one (${was.complianceStatus}) and is gone`);
      }
      continue;
    }
    successors.add(is.id);
    const other = is.id === id ? undefined : models.get(is.id);
    let ways = betterIn(was, is);
    if (operation.publishes && operation.id === id) {
      ways = ways.filter(
        way =>
          way !== 'completed' &&
          !(way === 'left overdue' && is.complianceStatus === 'late'),
      );
    }
    if (operation.what === 'delete' && was.complianceStatus === 'met') {
      // Deleting it undoes an on-time completion.
      ways = ways.filter(way => way !== 'left the rate');
    }
    for (const { kind, subjectId } of freshOf(is.id)) {
      if (kind !== 'restored' || !subjectId) continue;
      // A restored postmortem must not be better than before.
      const old =
        is.id === id
          ? model.taken[subjectId]?.before
          : retired.get(is.id)?.summary;
      if (!old) continue;
      const beyond = betterIn(untilNow(old, now), is);
      ways = ways.filter(
        way =>
          beyond.includes(way) || (is.id !== id && way === 'lower severity'),
      );
    }
    for (const each of freshOf(is.id)) {
      const sides = other ? [model, other] : [model];
      const allowed = entitled(each, sides, operation, now);
      ways = ways.filter(way => !allowed.includes(way));
    }
    if (ways.length > 0) {
      wrong.push(
        `${id} → ${is.id}: ${ways.join(', ')}, by ${operation.what} of ${
          operation.who
        }`,
      );
    }
    const becameRequired =
      was.complianceStatus === 'not-required' &&
      is.complianceStatus !== 'not-required';
    if (
      becameRequired &&
      is.completedAt &&
      model.publications.every(({ approved }) => !approved) &&
      freshOf(is.id).length === 0
    ) {
      wrong.push(
        `${is.id} is complete, and that nobody approved it is not listed`,
      );
    }
  }
  for (const [id, is] of after.postmortems) {
    const entries = freshOf(id);
    const old = before.postmortems.get(id);
    if (entries.length === 1) {
      wrong.push(...untrueOf(entries[0], old && untilNow(old, now), is));
    }
    const added = entries.some(({ kind }) => /covered|merged/.test(kind));
    if (added && is.completedAt) {
      wrong.push(`${id} completes what was added to it just now`);
    }
    if (old) continue;
    const gone = retired.get(id);
    if (gone) {
      const entitles = entries.flatMap(each =>
        entitled(each, [gone.model], operation, now),
      );
      const better = betterIn(untilNow(gone.summary, now), is).filter(
        way => !entitles.includes(way),
      );
      if (better.length > 0) {
        wrong.push(`${id} came back better: ${better.join(', ')}`);
      }
    } else if (
      ['met', 'late', 'waived'].includes(is.complianceStatus) ||
      (is.complianceStatus === 'claimed' && operation.what !== 'import')
    ) {
      wrong.push(`${id} is new and already ${is.complianceStatus}`);
    }
  }
  const listed = new Set(after.exceptions.map(({ id }) => id));
  for (const { id, kind, postmortemId, ...entry } of before.exceptions) {
    const isExcuse =
      kind === 'correction' &&
      entry.field === 'severity' &&
      RANKS[entry.after as string] > RANKS[entry.before as string];
    // Deleting a postmortem that was never required leaves nothing to report.
    const isMinor =
      operation.what === 'delete' &&
      operation.id === postmortemId &&
      !isExcuse &&
      before.postmortems.get(postmortemId)?.complianceStatus === 'not-required';
    if (!listed.has(id) && !isMinor) {
      wrong.push(`${kind} of ${postmortemId} disappeared`);
    }
  }
  if (operation.what === 'wait') {
    const ids = [...before.postmortems.keys()];
    if (
      fresh.length > 0 ||
      ids.join() !== [...after.postmortems.keys()].join()
    ) {
      wrong.push('time alone did more than pass');
    }
  }
  return wrong;
}

/** Differences between the plugin and the model in severity, deadline or status. */
export function disagreements(
  { now, postmortems }: View,
  models: ReadonlyMap<string, ModelledPostmortem>,
): string[] {
  const wrong: string[] = [];
  for (const [id, summary] of postmortems) {
    const model = models.get(id)!;
    const differs = (what: string, theirs: unknown, ours: unknown) => {
      if (theirs !== ours) {
        wrong.push(`${id}: ${what} is ${theirs}, and the model says ${ours}`);
      }
    };
    const required = model.peak <= 2;
    const { waiver, extension, completedAt } = summary;
    // Claims do not cover what was added after the import.
    const claimed =
      Object.keys(model.taken).length === 0 &&
      model.claims.some(
        claim =>
          (claim === 'publication' && model.publications.length === 0) ||
          (claim === 'waiver' && !waiver),
      );
    differs('severity', RANKS[summary.governingSeverity], model.peak);
    differs(
      'status',
      summary.complianceStatus,
      statusAt(summary, { required, claimed }, now),
    );
    const resolvedAt = millis(summary.resolvedAt);
    const dueAt = millis(summary.dueAt);
    differs(
      'whether a deadline runs',
      dueAt !== undefined,
      required && resolvedAt !== undefined,
    );
    if (dueAt !== undefined && resolvedAt !== undefined) {
      const dues = possibleDues(
        { startedAt: Date.parse(summary.startedAt), resolvedAt },
        model,
      );
      differs(
        'whether the deadline is by the policy',
        dues.includes(dueAt) || dueAt === millis(extension?.dueAt),
        true,
      );
    }
    differs(
      'whether it was published then',
      completedAt === undefined ||
        model.publications.some(({ at }) => at === millis(completedAt)),
      true,
    );
  }
  return wrong;
}
