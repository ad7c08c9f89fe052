import { mockServices } from '@backstage/backend-test-utils';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import fc from 'fast-check';
import { readPolicyConfig } from '../policy/readPolicyConfig';
import { judgeIncident } from './requiresPostmortem';
import { reduceChanges } from './reduceChanges';
import { mergeFact, mergeSet, stateOf } from './draftSync/mergeFact';
import { joinSeverities, mapSeverities } from './mapping/mapSeverities';
import { takeChanges } from './intake/takeChanges';

const book = readPolicyConfig(mockServices.rootConfig());
const scale = book.severities;

/** A small range, so that many changes share a time. */
const time = fc
  .integer({ min: 0, max: 8 })
  .map(minute => `2026-03-10T09:0${minute}:00.000Z`);
const severity = fc.constantFrom('P1', 'P2', 'P3', 'P4', undefined);
const person = fc.constantFrom(
  { email: 'alice@example.com' },
  { email: 'ALICE@example.com', name: 'Alice' },
  { name: 'Bob' },
);

const content: fc.Arbitrary<object> = fc.oneof(
  fc.record({ kind: fc.constant('declared') }),
  fc.record({ kind: fc.constant('declared'), startedAt: time }),
  fc.record({
    kind: fc.constant('described'),
    title: fc.constantFrom('Down', 'Slow', undefined),
    labels: fc.constantFrom(['drill'], [], undefined),
    private: fc.constantFrom(true, false, undefined),
  }),
  fc.record({ kind: fc.constant('severity-changed'), severity }),
  fc.record({
    kind: fc.constant('services-changed'),
    services: fc.constantFrom([{ id: 'a' }], [{ id: 'b' }, { id: 'a' }]),
  }),
  fc.record({
    kind: fc.constant('times-changed'),
    startedAt: fc.option(time, { nil: undefined }),
    acknowledgedAt: fc.option(time, { nil: undefined }),
    mitigatedAt: fc.option(time, { nil: undefined }),
    resolvedAt: fc.option(time, { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('person-assigned'),
    person,
    role: fc.constantFrom('responder', 'scribe'),
    commander: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom('acknowledged', 'mitigated', 'resolved', 'reopened'),
    by: fc.option(person, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('cancelled') }),
  fc.record({
    kind: fc.constant('merged'),
    into: fc.constantFrom('INC-2', 'INC-3'),
  }),
  fc.record({ kind: fc.constant('note'), text: fc.constantFrom('x', 'y') }),
);

const changes = fc
  .array(fc.tuple(time, content), { minLength: 1, maxLength: 25 })
  .map(all =>
    all.map(
      ([at, change], index) =>
        ({
          incident: 'INC-1',
          key: `${index}`,
          at,
          ...change,
        } as IncidentChange),
    ),
  );

describe('Reducing changes', () => {
  it('does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(
        changes.chain(all =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length }),
          ),
        ),
        ([inOrder, shuffled]) => {
          expect(reduceChanges(shuffled)).toEqual(reduceChanges(inOrder));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('gives consistent times', () => {
    fc.assert(
      fc.property(changes, all => {
        const { startedAt, mitigatedAt, resolvedAt } = reduceChanges(all);
        const ordered = [startedAt, mitigatedAt, resolvedAt].filter(
          each => each !== undefined,
        );
        expect(ordered).toEqual([...ordered].sort());
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives each timeline line once', () => {
    fc.assert(
      fc.property(changes, all => {
        const keys = reduceChanges(all).lines.map(({ key }) => key);
        expect(keys).toHaveLength(new Set(keys).size);
      }),
    );
  });

  it('gives no times after receipt', () => {
    const receivedAt = new Date('2026-03-10T09:04:00.000Z');
    fc.assert(
      fc.property(changes, all => {
        const taken = takeChanges(all, receivedAt).get('INC-1')!;
        const told = JSON.stringify(reduceChanges(taken));
        expect(told).not.toMatch(/09:0[5-8]/);
      }),
    );
  });
});

it('Only http and https URLs become links', () => {
  const change = { incident: 'INC-1', key: 'a', at: '2026-03-12T09:00:00Z' };
  const urlOf = (url: string) => {
    const told = [{ ...change, kind: 'described' as const, title: 'x', url }];
    return reduceChanges(takeChanges(told, new Date(change.at)).get('INC-1')!)
      .url;
  };
  expect(urlOf('data:text/html,x')).toBeUndefined();
  expect(urlOf('https://alerts.example.com/1')).toBe(
    'https://alerts.example.com/1',
  );
});

describe('The severities of an incident', () => {
  const history = fc
    .array(fc.tuple(time, severity), { maxLength: 6 })
    .map(all =>
      mapSeverities(
        all
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([at, word]) => ({ at, severity: word })),
        { severities: new Map() },
        scale,
      ),
    )
    .map(mapped => mapped.history);

  it('include merged incidents', () => {
    fc.assert(
      fc.property(history, history, time, (survivor, merged, mergedAt) => {
        const joined = joinSeverities(
          survivor,
          [{ history: merged, mergedAt }],
          scale,
        );
        const before = [
          ...survivor,
          ...merged.filter(({ at }) => at < mergedAt),
        ];
        const governing = (all: typeof joined) =>
          all.length > 0 ? scale.governing(all) : undefined;
        expect(governing(joined)).toBe(governing(before));
        const last = (
          survivor[survivor.length - 1] ?? joined[joined.length - 1]
        )?.severity;
        expect(joined[joined.length - 1]?.severity).toBe(last);
      }),
    );
  });

  it('keep counting once they count', () => {
    const facts = {
      source: 'fake',
      labels: [],
      drill: false,
      startedAt: '2026-03-10T09:00:00.000Z',
      unknown: [],
    };
    const rules = { exclude: { sources: [], labels: [] } };
    fc.assert(
      fc.property(history, all => {
        let counted = false;
        for (let length = 0; length <= all.length; length++) {
          const { counts } = judgeIncident(
            { ...facts, history: all.slice(0, length) },
            rules,
            book,
          );
          expect(counts === true || !counted).toBe(true);
          counted = counts === true;
        }
      }),
    );
  });
});

describe('The merge of a fact', () => {
  const value = fc.constantFrom('a', 'b', 'c', undefined);
  const set: fc.Arbitrary<string[]> = fc.uniqueArray(
    fc.constantFrom('a', 'b', 'c', 'd'),
  );

  it("loses neither a person's nor the source's change", () => {
    fc.assert(
      fc.property(value, value, value, (base, ours, theirs) => {
        const merged = mergeFact({ base, ours, theirs });
        expect(merged.ours).toBe(ours === base ? theirs : ours);
        const state = stateOf({ base: merged.base, ours: merged.ours, theirs });
        // If both sides changed it differently, a person must choose.
        const conflict = ours !== base && theirs !== base && ours !== theirs;
        expect(state === 'differs').toBe(conflict);
      }),
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(value, value, value, (base, ours, theirs) => {
        const once = mergeFact({ base, ours, theirs });
        expect(mergeFact({ ...once, theirs })).toEqual(once);
      }),
    );
  });

  it('of sets applies additions and removals of the source', () => {
    fc.assert(
      fc.property(set, set, set, (base, ours, theirs) => {
        const merged = mergeSet({ base, ours, theirs }, each => each);
        for (const each of ['a', 'b', 'c', 'd']) {
          const changed = base.includes(each) !== theirs.includes(each);
          const expected = changed ? theirs : ours;
          expect([each, merged.ours.includes(each)]).toEqual([
            each,
            expected.includes(each),
          ]);
        }
        expect(mergeSet({ ...merged, theirs }, each => each)).toEqual(merged);
      }),
    );
  });
});
