import { SEARCHED_PARTS } from 'backstage-plugin-postmortems-common';
import type { SearchedPart } from 'backstage-plugin-postmortems-common';

/** How much a match in a part counts: `A` most. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/** The parts of a postmortem that are searched, each on its own. */
export const PART_KINDS = SEARCHED_PARTS;

export type PartKind = SearchedPart;

/** A part of a postmortem. `kind` and `key` identify it. */
export interface Part {
  postmortem: number;
  kind: PartKind;
  /** Such as the key of a section or `A3`; empty for parts that a postmortem has one of. */
  key: string;
  /** The row of an item that has one. */
  rowId?: number;
  weight: Weight;
  text: string;
  /** Searched like the text but never shown, such as the id. */
  id?: string;
}
