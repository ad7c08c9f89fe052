const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Truncates text at a grapheme boundary, so that emoji and accented letters stay intact.
 *
 * @param max - maximum length in UTF-16 code units; a text this long is also within {@link LIMITS},
 * which count code points
 * @public
 */
export function truncateText(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  // A single grapheme can exceed the maximum, such as a letter with hundreds of accents.
  return end > 0
    ? text.slice(0, end)
    : text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
}
