import { columns as actionItemColumns } from '../actionItems/columns';
import { columns as postmortemColumns } from './columns';
import german from '../../texts/de';
import { english } from '../../texts/english';
import { flatten } from '../../texts/translated';

/** Generous width of a letter of a column head, in pixels. */
const LETTER = 6.5;
/** Of a cell. */
const PADDING = 16;
/** With its margins. */
const ARROW = 18;

const LANGUAGES: [string, Record<string, string>][] = [
  ['English', flatten(english)],
  ['German', german as unknown as Record<string, string>],
];

it.each(LANGUAGES)('the heads of columns fit, %s', (_language, texts) => {
  const lists = { list: postmortemColumns, actionItemList: actionItemColumns };
  for (const [list, columns] of Object.entries(lists)) {
    for (const [name, { width, sort }] of Object.entries(columns)) {
      const label = texts[`${list}.column.${name}`];
      const word = Math.max(...label.split(' ').map(({ length }) => length));
      const needed = word * LETTER + PADDING + (sort ? ARROW : 0);
      expect([label, Math.max(needed, width)]).toEqual([label, width]);
    }
  }
});
