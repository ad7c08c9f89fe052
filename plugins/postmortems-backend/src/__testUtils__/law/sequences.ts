import * as fc from 'fast-check';
import { MOVE_KINDS } from './moves';
import type { MoveKind } from './moves';
import { choose } from './step';
import type { Move } from './step';
import { PEOPLE } from './world';
import type { Person } from './world';

/** Favors moves toward publication or away from a bad status. */
const WEIGHTS: Partial<Record<MoveKind, number>> = {
  approve: 3,
  publish: 4,
  'own-it': 2,
  acknowledge: 2,
  wait: 3,
  create: 3,
  'source-declares': 2,
  'move-resolution': 2,
  'confirm-import': 2,
  correct: 2,
  cover: 2,
  merge: 2,
  'take-over': 2,
  redact: 2,
};

const aMove: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(
    ...MOVE_KINDS.map(kind => ({
      arbitrary: fc.constant(kind),
      weight: WEIGHTS[kind] ?? 1,
    })),
  ),
  who: fc.constantFrom(...PEOPLE),
  target: fc.nat({ max: 9 }),
  pick: fc.nat({ max: 9 }),
  hours: fc.integer({ min: -200, max: 200 }),
});

/** Ann has all permissions, so that only the rules can refuse. */
type Role = 'a' | 'b' | 'c' | 'ann';
/** Numbers of the step, overriding those of the script. */
type Line = [kind: MoveKind, who: Role, numbers?: Partial<Move>];

const WRITTEN: Line[] = [
  ['own-it', 'a'],
  ['complete', 'a'],
  ['send-for-review', 'a'],
];

/** Sequences of moves on one postmortem, honest or not. `a`, `b` and `c` can be the same person. */
const SCRIPTS: Line[][] = [
  // The regular path.
  [['acknowledge', 'a'], ...WRITTEN, ['approve', 'b'], ['publish', 'c']],
  [
    ['complete', 'b'],
    ['own-it', 'a'],
    ['acknowledge', 'a'],
    ['send-for-review', 'a'],
    ['approve', 'c'],
    ['publish', 'c'],
  ],
  // The owner steps aside to approve.
  [
    ...WRITTEN,
    ['hand-over', 'a'],
    ['approve', 'a'],
    ['publish', 'a'],
    ['own-it', 'a'],
  ],
  // Another owner in between, who acknowledged.
  [
    ['own-it', 'a'],
    ['acknowledge', 'a'],
    ['complete', 'b'],
    ['own-it', 'b'],
    ['acknowledge', 'b'],
    ['send-for-review', 'b'],
    ['approve', 'a'],
    ['publish', 'a'],
  ],
  // The author approves a postmortem of another owner.
  [
    ['complete', 'a'],
    ['own-it', 'b'],
    ['acknowledge', 'b'],
    ['send-for-review', 'b'],
    ['approve', 'a'],
    ['publish', 'b'],
  ],
  // A small edit by the owner counts as involvement.
  [
    ['complete', 'b'],
    ['own-it', 'a'],
    ['add-action-item', 'a'],
    ['name-owner', 'ann', { pick: 5 }],
    ['waive', 'a'],
    ['extend', 'a'],
    ['own-it', 'c'],
    ['acknowledge', 'c'],
    ['send-for-review', 'c'],
    ['approve', 'a'],
    ['publish', 'ann'],
  ],
  // Never owned, or without acknowledgement.
  [
    ['complete', 'a'],
    ['send-for-review', 'b'],
    ['approve', 'b'],
    ['publish', 'b'],
  ],
  [
    ['complete', 'a'],
    ['send-for-review', 'a'],
    ['own-it', 'c'],
    ['approve', 'b'],
    ['publish', 'b'],
  ],
  // One reviewer requests changes, another approves.
  [
    ...WRITTEN,
    ['request-changes', 'b'],
    ['send-for-review', 'a'],
    ['approve', 'c'],
    ['publish', 'c'],
  ],
  [
    ...WRITTEN,
    ['request-changes', 'b'],
    ['dismiss-review', 'c'],
    ['send-for-review', 'a'],
    ['approve', 'c'],
    ['publish', 'c'],
  ],
  // Changes are requested after publication, and it is published again.
  [
    ...WRITTEN,
    ['approve', 'b'],
    ['publish', 'b'],
    ['reopen', 'a'],
    ['move-resolution', 'a'],
    ['wait', 'a'],
    ['publish', 'a'],
  ],
  // The deadline has passed, and someone wants more time.
  [
    ['own-it', 'a'],
    ['acknowledge', 'a'],
    ['wait', 'a', { hours: 199 }],
    ['move-resolution', 'a', { hours: 0 }],
    ['correct', 'b'],
    ['waive', 'c'],
  ],
  [
    ['move-resolution', 'a', { hours: 40 }],
    ['wait', 'a', { hours: 30 }],
    ['move-resolution', 'a', { hours: 1 }],
    ['unresolve', 'a'],
    ['move-resolution', 'a', { hours: 0 }],
    ['move-resolution', 'a', { hours: 0 }],
  ],
  [
    ['move-resolution', 'a', { hours: 10 }],
    ['change-severity', 'a', { pick: 1 }],
    ['change-severity', 'b', { pick: 0 }],
    ['move-start', 'a', { hours: 200 }],
  ],
  // A former owner grants an exception.
  [
    ['own-it', 'a'],
    ['acknowledge', 'a'],
    ['name-owner', 'b', { pick: 5 }],
    ['waive', 'a'],
    ['extend', 'a'],
    ['correct', 'a', { pick: 2 }],
  ],
  [
    ['write', 'a'],
    ['waive', 'a'],
    ['extend', 'a'],
    ['correct', 'a', { pick: 3 }],
  ],
  // The calendar allows more time.
  [
    ['move-resolution', 'a', { hours: 5 }],
    ['change-calendar', 'a', { pick: 1 }],
    ['change-entities', 'a', { pick: 1 }],
    ['move-resolution', 'b', { hours: 6 }],
  ],
  // Deleted and started again.
  [
    ['own-it', 'a'],
    ['acknowledge', 'a'],
    ['wait', 'a', { hours: 150 }],
    ['delete', 'b'],
    ['waive', 'a'],
    ['extend', 'a'],
    ['restore', 'c'],
  ],
  [
    ...WRITTEN,
    ['approve', 'b'],
    ['publish', 'c'],
    ['delete', 'c'],
    ['restore', 'c'],
    ['reopen', 'a'],
  ],
  [
    ...WRITTEN,
    ['approve', 'b'],
    ['publish', 'ann'],
    ['delete', 'ann'],
    ['own-it', 'a'],
    ['move-resolution', 'a', { hours: 30 }],
  ],
  // A time is removed for a day, and entered again.
  [
    ['create', 'ann', { hours: 10 }],
    ['unresolve', 'ann'],
    ['wait', 'ann', { hours: 30 }],
    ['move-resolution', 'ann', { hours: 25 }],
    ['move-resolution', 'ann', { hours: 0 }],
  ],
  // Published, then extended by further incidents.
  [
    ...WRITTEN,
    ['approve', 'b'],
    ['publish', 'b'],
    ['reopen', 'a'],
    ['cover', 'a'],
    ['take-over', 'ann'],
  ],
  [
    ['own-it', 'a'],
    ['acknowledge', 'a'],
    ['name-owner', 'ann', { pick: 5 }],
    ['wait', 'a', { hours: 150 }],
    ['merge', 'ann'],
    ['waive', 'a'],
    ['extend', 'a'],
    ['restore', 'ann'],
  ],
  // A merged duplicate has a fresh entry of an old fact.
  [
    ['create', 'a', { hours: 51 }],
    ['take-over', 'ann'],
    ['move-resolution', 'a', { hours: 0 }],
  ],
  // An import claims that it was completed elsewhere.
  [
    ['import', 'ann'],
    ['confirm-import', 'ann'],
  ],
  [
    ['confirm-import', 'a', { origin: 'import' }],
    ['confirm-import', 'b'],
    ['reopen', 'a'],
    ['change-severity', 'a', { pick: 0 }],
  ],
  // The source reports other facts, and a person accepts them.
  [
    ['move-resolution', 'a', { hours: 20, origin: 'source' }],
    ['source-resolves', 'b'],
    ['choose-source', 'a', { hours: 1 }],
    ['change-severity', 'a', { pick: 0 }],
    ['source-severity', 'b', { pick: 2 }],
    ['choose-source', 'a', { hours: 1 }],
  ],
  // Granted and withdrawn.
  [
    ['waive', 'a'],
    ['withdraw-waiver', 'b'],
    ['extend', 'a'],
    ['withdraw-extension', 'b'],
  ],
  [
    ['add-action-item', 'a'],
    ['change-action-item', 'b'],
    ['plan-meeting', 'a'],
    ['hold-meeting', 'a', { hours: 1 }],
  ],
];

const aScript: fc.Arbitrary<Move[]> = fc
  .record({
    script: fc.constantFrom(...SCRIPTS),
    move: aMove,
    a: fc.constantFrom<Person>(...PEOPLE),
    b: fc.constantFrom<Person>(...PEOPLE),
    c: fc.constantFrom<Person>(...PEOPLE),
  })
  .map(({ script, move, ...people }) =>
    script.map(([kind, who, numbers]) => ({
      ...move,
      ...numbers,
      kind,
      who: who === 'ann' ? who : people[who],
    })),
  );

/** Initial postmortems of each origin. */
const someStarts: fc.Arbitrary<Move[]> = fc
  .tuple(aMove, aMove, aMove, aMove)
  .map(moves =>
    moves.map((move, index) => ({
      ...move,
      kind: choose(['create', 'source-declares', 'create', 'import'], index),
      who: 'ann' as const,
    })),
  );

/** A run: single moves and scripts in any order. */
export const someMoves: fc.Arbitrary<Move[]> = fc
  .noBias(
    fc.tuple(
      someStarts,
      fc.array(
        fc.oneof(
          { arbitrary: aMove.map(move => [move]), weight: 1 },
          { arbitrary: aScript, weight: 1 },
        ),
        { minLength: 8, maxLength: 16, size: 'max' },
      ),
    ),
  )
  .map(([starts, parts]) => [
    ...starts,
    ...parts.flatMap((part, script) =>
      part.length > 1 ? part.map(move => ({ ...move, script })) : part,
    ),
  ]);
