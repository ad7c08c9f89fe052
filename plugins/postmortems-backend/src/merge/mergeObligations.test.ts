import fc from 'fast-check';
import type { SeverityChange } from 'backstage-plugin-postmortems-common';
import { SeverityScale } from '../policy/SeverityScale';
import { uniteSeverities } from '../incident/mapping/mapSeverities';
import { brokenBy } from '../postmortem/integrity/invariants';
import type { InvariantFacts } from '../postmortem/integrity/invariants';
import { areRelated, gainsOfMerge, mergeObligations } from './mergeObligations';
import type { Obligation } from './mergeObligations';

const SEVERITIES = ['SEV-1', 'SEV-2', 'SEV-3'];
const scale = new SeverityScale(SEVERITIES.map(id => ({ id })));

const time = fc
  .integer({ min: 0, max: 20 })
  .map(hour => new Date(Date.UTC(2026, 2, 10, hour)).toISOString());

const histories: fc.Arbitrary<SeverityChange[]> = fc
  .array(fc.record({ severity: fc.constantFrom(...SEVERITIES), at: time }), {
    minLength: 1,
    maxLength: 5,
  })
  .map(changes => changes.sort((a, b) => (a.at < b.at ? -1 : 1)));

const obligation: fc.Arbitrary<Obligation> = fc.record({
  startedAt: time,
  resolvedAt: fc.option(time, { nil: undefined }),
  severityHistory: histories,
  entityRefs: fc.uniqueArray(fc.constantFrom('component:default/a', 'b', 'c')),
  teamRefs: fc.uniqueArray(fc.constantFrom('group:default/a', 'group:b')),
  fromSource: fc.boolean(),
});

/** The severity at a time; the last one if several start then. */
function severityAt(history: SeverityChange[], at: string): string | undefined {
  return history.filter(change => change.at <= at).pop()?.severity;
}

describe('merged obligations', () => {
  it('have the highest severity at any time', () => {
    fc.assert(
      fc.property(histories, histories, time, (one, other, at) => {
        const united = uniteSeverities([one, other], scale);
        const both = [one, other].flatMap(
          history => severityAt(history, at) ?? [],
        );
        expect(severityAt(united, at)).toBe(
          both.length > 0
            ? scale.governing(both.map(severity => ({ severity })))
            : undefined,
        );
        expect(scale.governing(united)).toBe(
          scale.governing([...one, ...other]),
        );
      }),
    );
  });

  it('start with the first, end with the last, and keep all entities and teams', () => {
    fc.assert(
      fc.property(obligation, obligation, (one, other) => {
        const both = [one, other];
        const merged = mergeObligations(one, other, scale);
        for (const each of both) {
          expect(merged.startedAt <= each.startedAt).toBe(true);
          expect(merged.entityRefs).toEqual(
            expect.arrayContaining(each.entityRefs),
          );
          expect(merged.teamRefs).toEqual(
            expect.arrayContaining(each.teamRefs),
          );
          const endsEarlier =
            merged.resolvedAt !== undefined &&
            (each.resolvedAt
              ? merged.resolvedAt < each.resolvedAt
              : each.fromSource);
          expect(endsEarlier).toBe(false);
        }
      }),
    );
  });

  it('are related symmetrically', () => {
    fc.assert(
      fc.property(obligation, obligation, (one, other) => {
        expect(areRelated(one, other)).toBe(areRelated(other, one));
      }),
    );
  });

  it('gain nothing without differences, unless an exception covers more', () => {
    const facts = { required: true, governingRank: 1 };
    const now = new Date('2026-03-12T12:00:00Z');
    const gains = (more: { excused?: boolean; otherPolicy?: boolean }) =>
      gainsOfMerge(facts, facts, {
        excused: false,
        otherPolicy: false,
        now,
        ...more,
      });
    expect(gains({})).toEqual([]);
    expect(gains({ excused: true })).toEqual(['excused']);
    expect(gains({ otherPolicy: true })).toEqual(['later-deadline']);
  });
});

describe('invariants', () => {
  const fine: InvariantFacts = {
    visibility: 'restricted',
    coversPrivate: true,
    ownerRef: 'user:default/a',
    ownerAcknowledgedAt: '2026-03-11T09:00:00Z',
    status: 'published',
    resolvedAt: '2026-03-10T09:00:00Z',
    publishedAt: '2026-03-12T09:00:00Z',
    publications: [{ at: '2026-03-12T09:00:00Z', contentRevision: 1 }],
  };

  it.each<[string, Partial<InvariantFacts>, Partial<InvariantFacts>]>([
    ['visibility', { visibility: 'internal' }, { coversPrivate: false }],
    [
      'ownerAcknowledgedAt',
      { ownerRef: undefined },
      { ownerAcknowledgedAt: undefined },
    ],
    ['resolvedAt', { resolvedAt: undefined }, { status: 'draft' }],
    [
      'publishedAt',
      { publishedAt: undefined },
      { status: 'draft', publications: [] },
    ],
  ])('%s, whichever side changes', (field, one, other) => {
    const neither = { ...fine, ...one, ...other };
    const broken = [expect.stringMatching(new RegExp(`^${field}`))];
    expect(brokenBy(undefined, neither)).toEqual([]);
    // Break the invariant from either side.
    expect(brokenBy(neither, { ...fine, ...one })).toEqual(broken);
    expect(brokenBy(fine, { ...fine, ...one })).toEqual(broken);
    // A violation by an earlier version blocks nothing else.
    expect(brokenBy({ ...fine, ...one }, { ...fine, ...one })).toEqual([]);
  });
});
