import { mockServices } from '@backstage/backend-test-utils';
import type { SeverityChange } from 'backstage-plugin-postmortems-common';
import fc from 'fast-check';
import type { SourceFacts } from '../IncidentRecord';
import type {
  PostmortemFacts,
  PostmortemRecord,
} from '../../postmortem/PostmortemRecord';
import { followSource } from './draftChanges';
import { joinSeverities, mapSeverities } from '../mapping/mapSeverities';
import { readPolicyConfig } from '../../policy/readPolicyConfig';
import { evaluateUnderPolicy } from '../../postmortem/integrity/evaluateUnderPolicy';
import { stepTo } from '../../postmortem/integrity/recomputeDeadline';
import { extendSeverityHistory } from '../../postmortem/severityHistory';
import {
  exceptionFor,
  needsOf,
} from '../../postmortem/integrity/justification';

const NOW = new Date('2026-03-12T12:00:00.000Z');
const AT = NOW.toISOString();

const configured = (...ids: string[]) =>
  readPolicyConfig(
    mockServices.rootConfig({
      data: {
        postmortems: {
          severities: ids.map(id => ({ id })),
          policies: [
            {
              rules: ids.slice(0, 2).map((severity, index) => ({
                severity,
                due: { calendarDays: 3 + index },
              })),
            },
          ],
        },
      },
    }),
  );
const WHOLE = ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'];
const BOOKS = [configured(...WHOLE), configured('SEV-2', 'SEV-3', 'SEV-4')];
/** Rank independent of the configuration. */
const absolute = (severity: string) => WHOLE.indexOf(severity);

const minute = (count: number) =>
  `2026-03-10T09:${String(count).padStart(2, '0')}:00.000Z`;
const time = fc.integer({ min: 0, max: 9 }).map(minute);
const severity = fc.constantFrom(...WHOLE);
const history: fc.Arbitrary<SeverityChange[]> = fc
  .array(fc.record({ severity, at: time }), { minLength: 1, maxLength: 4 })
  .map(changes => [...changes].sort((a, b) => a.at.localeCompare(b.at)));
const corrected = fc
  .tuple(history, fc.option(severity, { nil: undefined }))
  .map(([changes, wanted]) =>
    wanted ? BOOKS[0].severities.correct(changes, wanted, 'Wrong') : changes,
  );

describe('a severity history', () => {
  const scale = BOOKS[0].severities;
  const rank = (changes: SeverityChange[]) =>
    scale.rank(scale.governing(changes));

  it('never loses its highest severity', () => {
    fc.assert(
      fc.property(corrected, history, (before, after) => {
        const kept = scale.keepPeak(before, after);
        expect(rank(kept)).toBeLessThanOrEqual(rank(before));
        expect(scale.keepPeak(before, kept)).toEqual(kept);
        const times = kept.map(({ at }) => at);
        expect(times).toEqual([...times].sort());
        // A newly reported higher severity governs, unless it was corrected.
        const meant = scale
          .keepMistakes(before, after)
          .filter(change => !change.declaredByMistake);
        expect(meant.length === 0 || rank(kept) <= rank(meant)).toBe(true);
      }),
    );
  });

  it('respects corrections, and keeps every declared severity', () => {
    fc.assert(
      fc.property(history, severity, (changes, wanted) => {
        const result = scale.correct(changes, wanted, 'Wrong');
        expect(scale.governing(result)).toBe(wanted);
        expect(
          result.slice(0, changes.length).map(each => [each.severity, each.at]),
        ).toEqual(changes.map(each => [each.severity, each.at]));
        expect(scale.correct(result, wanted, 'Wrong')).toEqual(result);
      }),
    );
  });
});

/** Model of everything that changes severities: one postmortem and its source. */
interface Model {
  book: (typeof BOOKS)[number];
  record: PostmortemRecord;
  base: SourceFacts;
  theirs: SourceFacts;
}

type Operation =
  | { kind: 'person'; severity: string }
  | { kind: 'careless'; history: SeverityChange[] }
  | { kind: 'report'; history: SeverityChange[] }
  | { kind: 'replay'; words: string[]; mapping: Record<string, string> }
  | { kind: 'merge'; other: SeverityChange[]; mergedAt: string }
  | { kind: 'split' }
  | { kind: 'take' }
  | { kind: 'config'; index: number }
  | { kind: 'resolve'; at: string | undefined }
  | { kind: 'correct'; severity: string };

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('person' as const), severity }),
  fc.record({ kind: fc.constant('careless' as const), history }),
  fc.record({ kind: fc.constant('report' as const), history }),
  fc.record({
    kind: fc.constant('replay' as const),
    words: fc.array(fc.constantFrom('critical', 'high', 'low'), {
      minLength: 1,
      maxLength: 3,
    }),
    mapping: fc.record({ critical: severity, high: severity, low: severity }),
  }),
  fc.record({
    kind: fc.constant('merge' as const),
    other: history,
    mergedAt: time,
  }),
  fc.record({ kind: fc.constant('split' as const) }),
  fc.record({ kind: fc.constant('take' as const) }),
  fc.record({
    kind: fc.constant('config' as const),
    index: fc.constantFrom(0, 1),
  }),
  fc.record({
    kind: fc.constant('resolve' as const),
    at: fc.option(time, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('correct' as const), severity }),
);

function start(changes: SeverityChange[]): Model {
  const facts: PostmortemFacts = {
    title: 'Down',
    severityHistory: changes,
    outcome: 'incident',
    startedAt: minute(0),
    entityRefs: ['component:default/a'],
    teamRefs: [],
    contributors: [],
    labels: [],
    links: [],
    status: 'draft',
    publications: [],
    reviewerRefs: [],
    visibility: 'internal',
  };
  const [book] = BOOKS;
  const record: PostmortemRecord = {
    ...facts,
    ...evaluateUnderPolicy(facts, book),
    number: 1,
    edited: true,
    origin: 'source',
    factEntries: {},
    exceptions: 0,
    deletions: 0,
    contentRevision: 1,
    revision: 1,
    createdAt: minute(0),
    createdBy: 'user:default/a',
    updatedAt: minute(0),
  };
  return { book, record, base: record, theirs: record };
}

/** Saves like the service. A rejected change has no effect. */
function save(
  { book, record }: Model,
  facts: Partial<PostmortemFacts>,
  because: Parameters<typeof exceptionFor>[0]['because'],
): PostmortemRecord {
  const step = stepTo(record, facts, { at: AT, because }, book);
  const change = { ...step, actorRef: 'x', reason: 'Because', because };
  try {
    exceptionFor(change, book.severities, NOW);
  } catch {
    expect(needsOf(change, book.severities, NOW)).toBe('correction');
    return record;
  }
  return step.after;
}

function perform(model: Model, each: Operation): Model {
  const { book, record } = model;
  const scale = book.severities;
  const follow = (severityHistory: SeverityChange[]): Model => {
    if (severityHistory.length === 0) return model;
    const theirs = { ...model.theirs, severityHistory };
    const { facts, base } = followSource(
      record,
      model.base,
      theirs,
      scale,
      NOW,
    );
    const source = { by: 'source' } as const;
    return { ...model, record: save(model, facts, source), base, theirs };
  };
  const person = (facts: Partial<PostmortemFacts>): Model => ({
    ...model,
    record: save(model, facts, undefined),
  });
  switch (each.kind) {
    case 'person':
      return scale.has(each.severity)
        ? person({
            severityHistory: extendSeverityHistory(record, each, scale, NOW),
          })
        : model;
    case 'careless':
      return person({ severityHistory: each.history });
    case 'report':
      return follow(each.history);
    case 'replay': {
      const words = each.words.map((word, index) => ({
        severity: word,
        at: minute(index),
      }));
      const { mapping } = each;
      const severities = new Map(Object.entries(mapping));
      return follow(
        mapSeverities(words, { severities } as never, scale).history,
      );
    }
    case 'merge': {
      const parts = [{ history: each.other, mergedAt: each.mergedAt }];
      return follow(joinSeverities(model.theirs.severityHistory, parts, scale));
    }
    case 'split':
      return follow(model.theirs.severityHistory.slice(0, 1));
    case 'take': {
      const severityHistory = scale.keepPeak(
        record.severityHistory,
        model.theirs.severityHistory,
      );
      const source = { by: 'source' } as const;
      const taken = save(model, { severityHistory }, source);
      return { ...model, record: taken, base: model.theirs };
    }
    case 'config':
      return { ...model, book: BOOKS[each.index] };
    case 'resolve':
      return person({ resolvedAt: each.at });
    default:
      return scale.has(each.severity)
        ? {
            ...model,
            record: save(
              model,
              {
                severityHistory: scale.correct(
                  record.severityHistory,
                  each.severity,
                ),
              },
              { by: 'exception', kind: 'correction' },
            ),
          }
        : model;
  }
}

it('no operation lowers the governing severity, except a correction', () => {
  fc.assert(
    fc.property(
      history,
      fc.array(operation, { maxLength: 12 }),
      (changes, operations) => {
        let model = start(changes);
        for (const each of operations) {
          const before = model.record;
          model = perform(model, each);
          const after = model.record;
          if (each.kind === 'correct') continue;
          expect(absolute(after.governingSeverity)).toBeLessThanOrEqual(
            absolute(before.governingSeverity),
          );
          expect(
            !before.deadline ||
              each.kind === 'resolve' ||
              (after.deadline && after.deadline.dueAt <= before.deadline.dueAt),
          ).toBe(true);
        }
      },
    ),
    { numRuns: 500 },
  );
});
