import { SECTIONS } from 'backstage-plugin-postmortems-common';

const WORDS = 20_000;
const SYLLABLES = ['ka', 'lo', 'mi', 'ru', 'te', 'so', 'va', 'ne', 'pi', 'du'];

/** In almost every postmortem. */
export const COMMON_WORD = 'outage';
/** In one postmortem of a thousand. */
export const RARE_WORD = 'zyzzyva';
/** In one of twenty postmortems. */
export const PHRASE = 'stale resolver';

/** A word of an invented language, in which words are as frequent as in others. */
function wordOf(random: number): string {
  const rank = Math.floor(WORDS ** random);
  return [...String(rank)].map(digit => SYLLABLES[Number(digit)]).join('');
}

/** A repeatable sequence of numbers from 0 to 1. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The texts of a postmortem, by section. */
export function textsOf(
  id: number,
  words: number,
): { key: string; markdown: string }[] {
  const next = numbersFrom(id);
  const each = Math.ceil(words / SECTIONS.length);
  return SECTIONS.map(({ key }, index) => {
    const text = Array.from({ length: each }, () => wordOf(next()));
    if (index === 2 && id % 8 !== 0) text[5] = COMMON_WORD;
    if (index === 3 && id % 1_000 === 1) text[7] = RARE_WORD;
    if (index === 7 && id % 20 === 3) text[2] = PHRASE;
    return { key, markdown: text.join(' ') };
  });
}
