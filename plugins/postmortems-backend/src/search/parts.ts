import { SEARCHED_PARTS } from 'backstage-plugin-postmortems-common';
import type { SearchedPart } from 'backstage-plugin-postmortems-common';

/** Weight of matches in a part, from `A` (highest) to `D`. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/** The kinds of parts. Each part is indexed separately. */
export const PART_KINDS = SEARCHED_PARTS;

export type PartKind = SearchedPart;

/** A part of a postmortem. `kind` and `key` identify it. */
export interface Part {
  postmortem: number;
  kind: PartKind;
  /** Section key, or item key such as `A3`; empty for kinds that occur once per postmortem. */
  key: string;
  /** Row id, for items stored in their own table. */
  rowId?: number;
  weight: Weight;
  text: string;
  /** Searchable but never shown in snippets, such as `PM-42`. */
  id?: string;
}
