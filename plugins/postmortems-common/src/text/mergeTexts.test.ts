import * as fc from 'fast-check';
import { conflictsOf, mergeTexts, mergedText } from './mergeTexts';
import type { MergedPart } from './mergeTexts';

const RUNS = process.env.TEST_SIZE === 'full' ? 20_000 : 2_000;

function countOf(line: string, text: string): number {
  return text.split('\n').filter(each => each === line).length;
}

/** Few different lines, so that edits meet, repeat and move lines. */
const aText = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '', '```'), { maxLength: 8 })
  .map(lines => lines.join('\n'));

const threeTexts = fc.tuple(aText, aText, aText);

/** Lines of their own and one edit each of two people, in different places. */
const disjointEdits = fc
  .record({
    size: fc.integer({ min: 2, max: 10 }),
    places: fc.tuple(fc.nat(), fc.nat()),
    counts: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })),
  })
  .map(({ size, places, counts }) => {
    const lines = Array.from({ length: size }, (_, at) => `line ${at}`);
    const first = places[0] % (size - 1);
    const second = first + 1 + (places[1] % (size - 1 - first));
    const edit = (at: number, name: string, count: number) =>
      lines
        .flatMap((line, index) =>
          index === at
            ? Array.from({ length: count }, (_, n) => `${name} ${n}`)
            : [line],
        )
        .join('\n');
    return {
      base: lines.join('\n'),
      mine: edit(first, 'mine', counts[0]),
      theirs: edit(second, 'theirs', counts[1]),
      kept: lines.filter((_, at) => at !== first && at !== second),
      counts,
    };
  });

/** The texts that choosing one side everywhere gives. */
function choices(parts: MergedPart[]): string[] {
  return [
    mergedText(parts, ({ mine }) => mine),
    mergedText(parts, ({ theirs }) => theirs),
  ];
}

function swap(parts: MergedPart[]): MergedPart[] {
  return parts.map(part =>
    'lines' in part ? part : { mine: part.theirs, theirs: part.mine },
  );
}

describe('mergeTexts', () => {
  it('keeps both of two edits in different places, also of neighboring lines', () => {
    fc.assert(
      fc.property(disjointEdits, ({ base, mine, theirs, kept, counts }) => {
        const merged = mergedText(mergeTexts(base, mine, theirs));
        const lines = merged!.split('\n').filter(line => line !== '');
        expect(lines.filter(line => line.startsWith('line'))).toEqual(kept);
        for (const [at, name] of ['mine', 'theirs'].entries()) {
          expect(lines.filter(line => line.startsWith(name))).toHaveLength(
            counts[at],
          );
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('applies an edit of one side, and the same edit of both once', () => {
    fc.assert(
      fc.property(aText, aText, (base, edited) => {
        expect(mergedText(mergeTexts(base, edited, base))).toBe(edited);
        expect(mergedText(mergeTexts(base, base, edited))).toBe(edited);
        expect(mergedText(mergeTexts(base, edited, edited))).toBe(edited);
      }),
      { numRuns: RUNS },
    );
  });

  it('loses no line that a side wrote, and asks about each that it cannot keep', () => {
    fc.assert(
      fc.property(threeTexts, ([base, mine, theirs]) => {
        const parts = mergeTexts(base, mine, theirs);
        const shown = parts
          .flatMap(part =>
            'lines' in part ? part.lines : [...part.mine, ...part.theirs],
          )
          .join('\n');
        const written = [mine, theirs].flatMap(text =>
          text
            .split('\n')
            .filter(line => countOf(line, text) > countOf(line, base)),
        );
        expect(shown.split('\n')).toEqual(expect.arrayContaining(written));
      }),
      { numRuns: RUNS },
    );
  });

  it('duplicates no line', () => {
    fc.assert(
      fc.property(threeTexts, ([base, mine, theirs]) => {
        const parts = mergeTexts(base, mine, theirs);
        fc.pre(conflictsOf(parts).length === 0);
        const merged = mergedText(parts)!;
        for (const line of merged.split('\n').filter(each => each !== '')) {
          const [b, m, t] = [base, mine, theirs].map(text =>
            countOf(line, text),
          );
          expect(countOf(line, merged)).toBeLessThanOrEqual(
            Math.max(m, t, m + t - b),
          );
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('does not depend on whose version is which', () => {
    fc.assert(
      fc.property(threeTexts, ([base, mine, theirs]) => {
        expect(swap(mergeTexts(base, theirs, mine))).toEqual(
          mergeTexts(base, mine, theirs),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('asks only about lines that both changed', () => {
    const base = 'Cause\n- one\n- two\n- three\nEnd';
    const mine = 'Cause\n- one, mine\n- two, mine\n- three\nEnd';
    const theirs = 'The cause\n- one\n- two, theirs\n- three\nEnd';
    const parts = mergeTexts(base, mine, theirs);
    expect(conflictsOf(parts)).toEqual([
      {
        mine: ['- one, mine', '- two, mine'],
        theirs: ['- one', '- two, theirs'],
      },
    ]);
    expect(choices(parts)).toEqual([
      'The cause\n- one, mine\n- two, mine\n- three\nEnd',
      'The cause\n- one\n- two, theirs\n- three\nEnd',
    ]);
    expect(mergedText(parts)).toBeUndefined();
  });

  it('asks when both add different lines in one place, or move a line to different places', () => {
    expect(conflictsOf(mergeTexts('', 'mine', 'theirs'))).toEqual([
      { mine: ['mine'], theirs: ['theirs'] },
    ]);
    expect(
      conflictsOf(mergeTexts('x\na\nb\nc', 'a\nx\nb\nc', 'a\nb\nc\nx')),
    ).not.toEqual([]);
  });

  it('reads line ends of any system', () => {
    expect(mergedText(mergeTexts('a\r\nb', 'a\nB', 'A\r\nb'))).toBe('A\nB');
  });

  it('gives up on finding single changes in long rewritten texts', () => {
    const many = (name: string) =>
      Array.from({ length: 5_000 }, (_, at) => `${name}${at}`).join('\n');
    const parts = mergeTexts(many('a'), many('b'), many('c'));
    expect(conflictsOf(parts)).toHaveLength(1);
    expect(choices(parts)).toEqual([many('b'), many('c')]);
  });
});
