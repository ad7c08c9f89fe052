import {
  conflictsOf,
  mergeTexts,
  mergedText,
} from 'backstage-plugin-postmortems-common';
import { isSame } from '../../data/drafts/draftStore';

export { isSame };

/** Returns the fields that differ from the form's base. */
export function changedFields<T extends object>(
  base: T,
  mine: T,
): Array<keyof T> {
  return (Object.keys(mine) as Array<keyof T>).filter(
    field => !isSame(base[field], mine[field]),
  );
}

/**
 * Applies the user's changes to the newly saved state. Fields that the user didn't change take the
 * saved value, and texts are merged by lines. `clashes` are fields that both sides changed
 * differently; they keep the user's value, or the user's version of the conflicting lines.
 */
export function rebase<T extends object>(
  base: T,
  mine: T,
  theirs: T,
): { mine: T; clashes: Array<keyof T> } {
  const result = { ...theirs };
  const clashes: Array<keyof T> = [];
  for (const field of changedFields(base, mine)) {
    const merged = mergeValues(base[field], mine[field], theirs[field]);
    result[field] = merged.value;
    if (merged.clash) clashes.push(field);
  }
  return { mine: result, clashes };
}

function mergeValues<V>(
  base: V,
  mine: V,
  theirs: V,
): { value: V; clash: boolean } {
  if (isSame(theirs, base) || isSame(theirs, mine)) {
    return { value: mine, clash: false };
  }
  const texts = [base, mine, theirs];
  if (!texts.every((each): each is V & string => typeof each === 'string')) {
    return { value: mine, clash: true };
  }
  const parts = mergeTexts(texts[0], texts[1], texts[2]);
  return {
    value: mergedText(parts, conflict => conflict.mine) as V,
    clash: conflictsOf(parts).length > 0,
  };
}
