/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { mockServices } from '@backstage/backend-test-utils';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import fc from 'fast-check';
import { readPolicyConfig } from '../policy';
import { judgeIncident } from './counting';
import { foldChanges } from './fold';
import { mergeFact, mergeSet, stateOf } from './merge';
import { joinSeverities, mapSeverities } from './severities';
import { takeChanges } from './takeChanges';

const book = readPolicyConfig(mockServices.rootConfig());
const scale = book.severities;

/** Few and close together, so that many things happen at once. */
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

/** Changes, each with a key that is its own. */
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

describe('The fold of changes', () => {
  it('is the same in whatever order they arrive', () => {
    fc.assert(
      fc.property(
        changes.chain(all =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length }),
          ),
        ),
        ([inOrder, shuffled]) => {
          expect(foldChanges(shuffled)).toEqual(foldChanges(inOrder));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('has times that can be true', () => {
    fc.assert(
      fc.property(changes, all => {
        const { startedAt, mitigatedAt, resolvedAt } = foldChanges(all);
        const ordered = [startedAt, mitigatedAt, resolvedAt].filter(
          each => each !== undefined,
        );
        expect(ordered).toEqual([...ordered].sort());
      }),
      { numRuns: 2_000 },
    );
  });

  it('has no line of the timeline twice', () => {
    fc.assert(
      fc.property(changes, all => {
        const keys = foldChanges(all).lines.map(({ key }) => key);
        expect(keys).toHaveLength(new Set(keys).size);
      }),
    );
  });

  it('knows nothing that happens after it was told', () => {
    const receivedAt = new Date('2026-03-10T09:04:00.000Z');
    fc.assert(
      fc.property(changes, all => {
        const taken = takeChanges(all, receivedAt).get('INC-1')!;
        const told = JSON.stringify(foldChanges(taken));
        expect(told).not.toMatch(/09:0[5-8]/);
      }),
    );
  });
});

it('An address that is none of the web becomes no link', () => {
  const change = { incident: 'INC-1', key: 'a', at: '2026-03-12T09:00:00Z' };
  const urlOf = (url: string) => {
    const told = [{ ...change, kind: 'described' as const, title: 'x', url }];
    return foldChanges(takeChanges(told, new Date(change.at)).get('INC-1')!)
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

  it('are no less severe for what was merged into it', () => {
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
        // After the merge it is as severe as what survived.
        const last = (
          survivor[survivor.length - 1] ?? joined[joined.length - 1]
        )?.severity;
        expect(joined[joined.length - 1]?.severity).toBe(last);
      }),
    );
  });

  it('decide once and for all: what counts goes on to count', () => {
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

  it('loses nothing that a person wrote, and nothing that the source changed', () => {
    fc.assert(
      fc.property(value, value, value, (base, ours, theirs) => {
        const merged = mergeFact({ base, ours, theirs });
        expect(merged.ours).toBe(ours === base ? theirs : ours);
        const state = stateOf({ base: merged.base, ours: merged.ours, theirs });
        // Where both changed it, and not alike, a person has to choose.
        const conflict = ours !== base && theirs !== base && ours !== theirs;
        expect(state === 'differs').toBe(conflict);
      }),
    );
  });

  it('done again changes nothing', () => {
    fc.assert(
      fc.property(value, value, value, (base, ours, theirs) => {
        const once = mergeFact({ base, ours, theirs });
        expect(mergeFact({ ...once, theirs })).toEqual(once);
      }),
    );
  });

  it('of sets adds what the source added and takes away what it took away', () => {
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
