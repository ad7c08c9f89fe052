import german from './de';
import { english } from './english';
import { flatten } from './translated';

const ENGLISH = Object.entries(flatten(english));
const GERMAN = new Map(Object.entries(german as Record<string, string>));

/** Identical in both languages: loanwords, symbols and placeholders. */
const THE_SAME = [
  /^(Agenda|CSV|Incidents?|Incident Commander|Labels?|Links?|Median|Name|P[0-3]|Postmortems?)$/,
  /^n(\s=)?$/,
  /^(Link \(optional\)|Review(er)?|Service|Status:?|Teams?|Ticket( in)?|URL|in)$/,
  /^[\s\W]*s?$/,
];

function placeholders(text: string): string[] {
  return (text.match(/\{\{.*?\}\}/g) ?? []).sort();
}

describe('the German texts', () => {
  it('have the same names as the English ones', () => {
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

  it('have each plural form', () => {
    const plurals = ENGLISH.map(([name]) => name).filter(name =>
      name.endsWith('_one'),
    );
    expect(plurals).not.toEqual([]);
    for (const one of plurals) {
      expect(GERMAN.has(one.replace(/_one$/, '_other'))).toBe(true);
    }
    // German has the same two plural forms as English.
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

  it('use du and German quotation marks', () => {
    for (const [name, text] of GERMAN) {
      expect([name, text]).not.toEqual([
        name,
        expect.stringMatching(/\bIhnen\b|\bIhr(e[mnrs]?)?\b|[a-zß,] Sie\b|"/),
      ]);
    }
  });
});
