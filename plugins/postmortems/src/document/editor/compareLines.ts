import { diffArrays } from 'diff';

/** A compared line: in both texts, only in the old one, or only in the new one. */
export interface ComparedLine {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** With more changed lines than this, comparing takes too long. */
const MAX_EDIT_LENGTH = 2_000;

/** Compares two texts by line. */
export function compareLines(before: string, after: string): ComparedLine[] {
  const [a, b] = [before, after].map(text =>
    text === '' ? [] : text.split('\n'),
  );
  const changes = diffArrays(a, b, { maxEditLength: MAX_EDIT_LENGTH }) ?? [
    { removed: true, added: false, value: a },
    { removed: false, added: true, value: b },
  ];
  return changes.flatMap(({ added, removed, value }) => {
    const changed = removed ? 'removed' : 'same';
    return value.map(text => ({
      kind: added ? ('added' as const) : (changed as 'removed' | 'same'),
      text,
    }));
  });
}
