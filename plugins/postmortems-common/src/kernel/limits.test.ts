import type { z } from 'zod';
import { addReviewSchema } from '../review/model';
import { redactPostmortemSchema } from '../redaction/model';
import { LIMITS, textLength } from './limits';
import type { TextLimit } from './limits';
import { linkSchema } from './link';
import { lineSchema, markdownSchema } from './primitives';

/** Whether a schema finds nothing too long in a text. */
const within = (schema: z.ZodType) => (text: string) =>
  !schema.safeParse(text).error?.issues.some(({ code }) => code === 'too_big');

const URL_START = 'https://example.com/';

describe('textLength', () => {
  it.each<[TextLimit, (text: string) => boolean, string?]>([
    ['title', within(lineSchema(LIMITS.title))],
    ['reason', within(lineSchema(LIMITS.reason))],
    ['line', within(lineSchema(LIMITS.line))],
    ['contributorRole', within(lineSchema(LIMITS.contributorRole))],
    ['itemMarkdown', within(markdownSchema(LIMITS.itemMarkdown))],
    ['sectionMarkdown', within(markdownSchema(LIMITS.sectionMarkdown))],
    ['url', within(linkSchema.shape.url), URL_START],
    [
      'redactedText',
      text => redactPostmortemSchema.safeParse({ text, reason: 'x' }).success,
    ],
    [
      'reason',
      comment =>
        addReviewSchema.safeParse({
          verdict: 'approve',
          contentRevision: 1,
          comment,
        }).success,
    ],
  ])('counts %s as its schema does', (limit, accepts, start = '') => {
    const max = LIMITS[limit];
    const full = start + 'x'.repeat(max - start.length);
    // An emoji is one code point, but two UTF-16 code units.
    const emoji = `${full.slice(0, -2)}😀`;
    for (const text of [
      full,
      emoji,
      `${full}x`,
      `${full.slice(0, -1)}😀`,
      `${full}😀`,
    ]) {
      expect(accepts(text)).toBe(textLength(limit, text) <= max);
    }
    const spaced = `${full}  `;
    expect(accepts(spaced)).toBe(textLength(limit, spaced) <= max);
  });
});
