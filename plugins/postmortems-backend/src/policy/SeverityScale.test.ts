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

  it('names the field and what is allowed', () => {
    expect(() => scale.resolve('SEV-9', 'severityHistory[1].severity')).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message:
          'severityHistory[1].severity must be one of SEV-1 (P1, critical), SEV-2 (P2), SEV-3, not "SEV-9"',
      }),
    );
  });

  it('takes the highest severity ever reached as the governing one', () => {
    const history = (...severities: string[]) =>
      severities.map(severity => ({ severity }));
    expect(scale.governing(history('SEV-3'))).toBe('SEV-3');
    expect(scale.governing(history('SEV-3', 'SEV-1', 'SEV-2'))).toBe('SEV-1');
    expect(scale.governing(history('p2', 'SEV-3'))).toBe('SEV-2');
  });

  it('ranks severities that are no longer configured after all others', () => {
    expect(scale.rank('blocker')).toBe(4);
    expect(
      scale.governing([{ severity: 'blocker' }, { severity: 'major' }]),
    ).toBe('blocker');
    expect(
      scale.governing([{ severity: 'blocker' }, { severity: 'SEV-3' }]),
    ).toBe('SEV-3');
  });
});
