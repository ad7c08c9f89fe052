import { SeverityScale } from './SeverityScale';

const scale = new SeverityScale([
  { id: 'SEV-1', aliases: ['P1', 'critical'] },
  { id: 'SEV-2', aliases: ['P2'] },
  { id: 'SEV-3' },
]);

describe('SeverityScale', () => {
  it('ranks severities in the order of the configuration', () => {
    expect(scale.definitions).toEqual([
      { id: 'SEV-1', rank: 1, aliases: ['P1', 'critical'] },
      { id: 'SEV-2', rank: 2, aliases: ['P2'] },
      { id: 'SEV-3', rank: 3, aliases: [] },
    ]);
    expect(
      ['SEV-3', 'SEV-1', 'SEV-2'].sort((a, b) => scale.compare(a, b)),
    ).toEqual(['SEV-1', 'SEV-2', 'SEV-3']);
  });

  it.each([
    ['SEV-1', 'SEV-1'],
    ['sev-2', 'SEV-2'],
    ['Critical', 'SEV-1'],
    [' p2 ', 'SEV-2'],
  ])('resolves %j to %s', (text, id) => {
    expect(scale.resolve(text, 'severity')).toBe(id);
  });

  it('names the field and the allowed values', () => {
    expect(() => scale.resolve('SEV-9', 'severityHistory[1].severity')).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message:
          'severityHistory[1].severity must be one of SEV-1 (P1, critical), SEV-2 (P2), SEV-3, not "SEV-9"',
      }),
    );
  });

  it('governs by the highest severity ever reached', () => {
    const history = (...severities: string[]) =>
      severities.map(severity => ({ severity }));
    expect(scale.governing(history('SEV-3'))).toBe('SEV-3');
    expect(scale.governing(history('SEV-3', 'SEV-1', 'SEV-2'))).toBe('SEV-1');
    expect(scale.governing(history('p2', 'SEV-3'))).toBe('SEV-2');
  });

  it('ranks severities that are no longer configured last', () => {
    expect(scale.rank('blocker')).toBe(4);
    expect(
      scale.governing([{ severity: 'blocker' }, { severity: 'major' }]),
    ).toBe('blocker');
    expect(
      scale.governing([{ severity: 'blocker' }, { severity: 'SEV-3' }]),
    ).toBe('SEV-3');
  });
});
