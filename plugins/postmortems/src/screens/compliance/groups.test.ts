import fc from 'fast-check';
import { complianceStatusSchema } from 'backstage-plugin-postmortems-common';
import type { ComplianceGroup } from 'backstage-plugin-postmortems-common';
import { withEmptyPeriods } from './emptyPeriods';
import { groupTree, openAtFirst } from './groupTree';
import { WORST_FIRST, orderGroups } from './orderGroups';

function aGroup(
  key: string,
  {
    met = 0,
    overdue = 0,
    ...more
  }: Partial<ComplianceGroup> & {
    met?: number;
    overdue?: number;
  } = {},
): ComplianceGroup {
  const due = met + overdue;
  return {
    key,
    total: due,
    counts: {
      ...(Object.fromEntries(
        complianceStatusSchema.options.map(status => [status, 0]),
      ) as ComplianceGroup['counts']),
      met,
      overdue,
    },
    due,
    rate: due > 0 ? met / due : undefined,
    byException: 0,
    createdByPerson: 0,
    imported: 0,
    deleted: 0,
    ...more,
  };
}

const keysOf = (groups: ComplianceGroup[]) => groups.map(({ key }) => key);

describe('orderGroups', () => {
  const groups = [
    aGroup('nothing due'),
    aGroup('good', { met: 2 }),
    aGroup('bad', { met: 1, overdue: 1 }),
    aGroup('worse', { met: 2, overdue: 2 }),
  ];

  it('puts the worst first, and those without a rate last', () => {
    expect(keysOf(orderGroups(groups, WORST_FIRST))).toEqual([
      'worse',
      'bad',
      'good',
      'nothing due',
    ]);
    expect(keysOf(orderGroups(groups, 'rate,desc'))).toEqual([
      'good',
      'worse',
      'bad',
      'nothing due',
    ]);
  });

  it('keeps the order for an unknown field', () => {
    expect(orderGroups(groups, 'nonsense,asc')).toEqual(groups);
  });
});

describe('groupTree', () => {
  const groups = [
    aGroup('company', { parents: [] }),
    aGroup('web', { parents: ['company'] }),
    aGroup('data', { parents: ['company'] }),
    aGroup('search', { parents: ['web', 'data'] }),
    aGroup('none', { parents: [] }),
  ];
  const shown = (...open: string[]) =>
    groupTree(groups, new Set(open)).map(
      ({ group, depth, open: isOpen }) => [group.key, depth, isOpen] as const,
    );

  it('shows subgroups below each of their open parents', () => {
    expect(shown('company', 'web')).toEqual([
      ['company', 0, true],
      ['web', 1, true],
      ['search', 2, undefined],
      ['data', 1, false],
      ['none', 0, undefined],
    ]);
    expect(shown()).toEqual([
      ['company', 0, false],
      ['none', 0, undefined],
    ]);
  });

  it('shows everything at first, or the first levels of many groups', () => {
    expect([...openAtFirst(groups)]).toEqual(['company', 'web', 'data']);
    const many = Array.from({ length: 60 }, (_, index) =>
      aGroup(`team ${index}`, { parents: ['web'] }),
    );
    expect([...openAtFirst([...groups, ...many])]).toEqual(['company']);
  });

  it('shows every group at least once if all are open', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(), { maxLength: 2 }), { maxLength: 12 }),
        picks => {
          // Parents come before their subgroups, so there are no cycles.
          const all = picks.map((above, index) =>
            aGroup(`${index}`, {
              parents:
                index === 0
                  ? []
                  : [...new Set(above.map(pick => `${pick % index}`))],
            }),
          );
          const rows = groupTree(all, new Set(keysOf(all)));
          expect(new Set(rows.map(({ group }) => group.key))).toEqual(
            new Set(keysOf(all)),
          );
          expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
        },
      ),
    );
  });
});

describe('withEmptyPeriods', () => {
  it('adds the periods in between, the latest first', () => {
    expect(
      keysOf(
        withEmptyPeriods([aGroup('2026-Q1'), aGroup('2025-Q2')], 'quarter'),
      ),
    ).toEqual(['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2']);
    expect(
      keysOf(withEmptyPeriods([aGroup('2025-11'), aGroup('2026-02')], 'month')),
    ).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
    expect(withEmptyPeriods([], 'month')).toEqual([]);
  });

  it('keeps the figures of known periods', () => {
    const known = aGroup('2026-Q1', { met: 3 });
    expect(withEmptyPeriods([known, aGroup('2025-Q3')], 'quarter')[0]).toEqual(
      known,
    );
  });
});
