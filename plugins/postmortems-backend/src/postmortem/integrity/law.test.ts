import * as fc from 'fast-check';
import type { Kept } from '../../__testUtils__/rules/miniature';
import {
  completedAt,
  isClaimed,
  isRequired,
  policyOf,
  possibleDues,
  statusBy,
} from '../../__testUtils__/rules/secondOpinion';
import {
  STEP_KINDS,
  aRun,
  startPlay,
  take,
} from '../../__testUtils__/rules/steps';
import type { Operation, Play, Step } from '../../__testUtils__/rules/steps';
import { testSize } from '../../__testUtils__/testSize';

/**
 * Property test of the compliance law on the pure rules: any actor performs any allowed step in any
 * order under arbitrary policies.
 *
 * LAW_RUNS=50000 npm test -- plugins/postmortems-backend/src/postmortem/integrity/law.test.ts tries harder.
 */

const RUNS = Number(
  process.env.LAW_RUNS ?? testSize({ small: 500, full: 2_000 }),
);
const SEED = Number(process.env.LAW_SEED ?? 14);

jest.setTimeout(60_000 + RUNS * 100);

const made = new Map<string, number>();

interface Seen {
  status: string;
  dueAt?: number;
  rank: number;
}

function see({ mini }: Play): Map<number, Seen> {
  return new Map(
    [...mini.kept].map(([number, kept]) => [number, seen(mini, kept)]),
  );
}

function seen(mini: Play['mini'], kept: Kept): Seen {
  const { deadline, governingSeverity } = kept.record;
  return {
    status: mini.statusOf(kept),
    dueAt: deadline && Date.parse(deadline.dueAt),
    rank: Number(governingSeverity.replace('SEV-', '')),
  };
}

function betterIn(was: Seen, is: Seen): string[] {
  const bad = ['overdue', 'late'];
  const inRate = [...bad, 'met'];
  const ways = {
    'left overdue': was.status === 'overdue' && is.status !== 'overdue',
    'left late': was.status === 'late' && !bad.includes(is.status),
    'left the rate': inRate.includes(was.status) && !inRate.includes(is.status),
    excused:
      !['not-required', 'waived', 'claimed'].includes(was.status) &&
      ['waived', 'claimed'].includes(is.status),
    'later deadline':
      was.dueAt !== undefined &&
      (is.dueAt === undefined || is.dueAt > was.dueAt),
    'not required':
      was.status !== 'not-required' && is.status === 'not-required',
    'lower severity': is.rank > was.rank,
  };
  return Object.entries(ways)
    .filter(([, holds]) => holds)
    .map(([way]) => way);
}

const MORE_TIME = [
  'left overdue',
  'left late',
  'left the rate',
  'later deadline',
];
const ANYTHING = [...MORE_TIME, 'excused', 'not required', 'lower severity'];

/** The improvements that a step is entitled to, if it is listed where required. */
function entitled(
  step: Step,
  operation: Operation,
  isListed: boolean,
): string[] {
  switch (step.kind) {
    case 'publish':
      return operation.isApproved ? ['left overdue'] : [];
    case 'waive':
    case 'extend':
    case 'correct-severity':
    case 'correct-time':
    case 'merge':
    case 'confirm':
      return operation.isIndependent && isListed ? ANYTHING : [];
    case 'start':
    case 'resolve':
    case 'unresolve':
    case 'meet':
      if (operation.isMeeting) return ['left overdue'];
      // A different policy version may require nothing.
      return operation.isFresh && isListed
        ? [
            ...MORE_TIME,
            ...(step.kind === 'start' ? ['not required', 'excused'] : []),
          ]
        : [];
    case 'report':
      return isListed ? MORE_TIME : [];
    default:
      return [];
  }
}

function breaches(
  before: Map<number, Seen>,
  after: Map<number, Seen>,
  step: Step,
  operation: Operation,
  listed: Set<number>,
): string[] {
  return [...before].flatMap(([number, was]) => {
    const successor = after.has(number) ? number : operation.successor;
    const is = successor === undefined ? undefined : after.get(successor);
    if (!is) return was.status === 'not-required' ? [] : [`${number} is gone`];
    const isSubject = [operation.number, operation.successor].includes(
      successor,
    );
    const allowed = isSubject
      ? entitled(step, operation, listed.has(successor as number))
      : [];
    // Deleting it undoes an on-time completion.
    if (step.kind === 'delete' && was.status === 'met') {
      allowed.push('left the rate');
    }
    return betterIn(was, is)
      .filter(way => !allowed.includes(way))
      .map(way => `${number} → ${successor}: ${way}`);
  });
}

/** Differences between the rules and the reference implementation. */
function disagreements({ mini, opinions, policies }: Play): string[] {
  const wrong: string[] = [];
  const now = mini.now.getTime();
  for (const [number, kept] of mini.kept) {
    const opinion = opinions.get(number)!;
    const { record } = kept;
    const differs = (what: string, theirs: unknown, ours: unknown) => {
      if (theirs !== ours) {
        wrong.push(`${number}: ${what} is ${theirs}, and should be ${ours}`);
      }
    };
    const required = isRequired(opinion, policies);
    if (required !== 'perhaps') differs('required', record.required, required);
    differs('severity', record.governingSeverity, `SEV-${opinion.peak}`);
    const dueAt = record.deadline && Date.parse(record.deadline.dueAt);
    differs(
      'whether a deadline runs',
      dueAt !== undefined,
      record.required && opinion.resolvedAt !== undefined,
    );
    if (dueAt !== undefined) {
      const dues = [...possibleDues(opinion, policies), opinion.extension];
      differs(
        'whether it is a deadline of the policy',
        dues.includes(dueAt),
        true,
      );
    }
    const { waiver } = opinion;
    differs(
      'status',
      mini.statusOf(kept),
      statusBy(
        {
          required: record.required,
          claimed: isClaimed(opinion, policies),
          waiver,
          dueAt,
          doneAt: completedAt(opinion, policies),
        },
        now,
        24,
      ),
    );
    const done = opinion.publications.find(
      ({ at }) => at === Date.parse(record.completedAt ?? ''),
    );
    const listed = mini.entries.some(({ postmortem }) => postmortem === number);
    if (
      record.required &&
      policyOf(opinion, policies).satisfiedBy === 'published' &&
      done &&
      !done.isApproved &&
      !listed
    ) {
      wrong.push(`${number} was published unapproved, which is not listed`);
    }
  }
  return wrong;
}

describe('The law of compliance, by the rules alone', () => {
  it(`holds after each step of ${RUNS} sequences`, () => {
    fc.assert(
      fc.property(aRun, ({ setting, steps }) => {
        const play = startPlay(setting);
        for (const step of steps) {
          const count = play.mini.entries.length;
          const past = see(play);
          const operation = take(play, step);
          if (!operation) continue;
          made.set(step.kind, (made.get(step.kind) ?? 0) + 1);
          const listed = new Set(
            play.mini.entries.slice(count).map(({ postmortem }) => postmortem),
          );
          const wrong = [
            ...breaches(past, see(play), step, operation, listed),
            ...disagreements(play),
          ];
          expect({ step, wrong }).toEqual({ step, wrong: [] });
        }
      }),
      {
        numRuns: RUNS,
        seed: SEED,
        path: process.env.LAW_PATH,
        endOnFailure: !process.env.LAW_SHRINK,
      },
    );
  });

  it('is tested with every kind of step', () => {
    expect([...made.keys()].sort()).toEqual([...STEP_KINDS].sort());
  });
});
