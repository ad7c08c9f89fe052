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

import german from './de';
import { english } from './english';
import { flatten } from './translated';

const ENGLISH = Object.entries(flatten(english));
const GERMAN = new Map(Object.entries(german as Record<string, string>));

/** What is the same in both: words that German has taken over, and texts of signs and placeholders. */
const THE_SAME = [
  /^(Agenda|CSV|Incidents?|Incident Commander|Labels?|Links?|Median|P[0-3]|Postmortems?)$/,
  /^(Link \(optional\)|Review(er)?|Service|Status:?|Teams?|Ticket( in)?|in)$/,
  /^[\s\W]*s?$/,
];

function placeholders(text: string): string[] {
  return (text.match(/\{\{.*?\}\}/g) ?? []).sort();
}

describe('the German texts', () => {
  it('are as many as the English ones, by the same names', () => {
    expect([...GERMAN.keys()]).toEqual(ENGLISH.map(([name]) => name));
  });

  it('keep every placeholder', () => {
    for (const [name, text] of ENGLISH) {
      expect({ name, has: placeholders(GERMAN.get(name)!) }).toEqual({
        name,
        has: placeholders(text),
      });
    }
  });

  it('say each number of things in its form', () => {
    const plurals = ENGLISH.map(([name]) => name).filter(name =>
      name.endsWith('_one'),
    );
    expect(plurals).not.toEqual([]);
    for (const one of plurals) {
      expect(GERMAN.has(one.replace(/_one$/, '_other'))).toBe(true);
    }
    // Those of German are the same two as those of English.
    expect(
      new Intl.PluralRules('de').resolvedOptions().pluralCategories.sort(),
    ).toEqual(['one', 'other']);
  });

  it('are German', () => {
    const untranslated = ENGLISH.filter(([name, text]) => {
      const words = text.replace(/\{\{.*?\}\}/g, '').trim();
      return (
        GERMAN.get(name) === text &&
        !THE_SAME.some(allowed => allowed.test(words))
      );
    });
    expect(untranslated).toEqual([]);
  });

  it('say du, and quote as German does', () => {
    for (const [name, text] of GERMAN) {
      expect([name, text]).not.toEqual([
        name,
        expect.stringMatching(/\bIhnen\b|\bIhr(e[mnrs]?)?\b|[a-zß,] Sie\b|"/),
      ]);
    }
  });
});
