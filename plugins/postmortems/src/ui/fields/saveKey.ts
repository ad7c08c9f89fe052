import type { KeyboardEvent } from 'react';

/** Whether the keys are Ctrl + S or Cmd + S. */
export function isSaveKey(event: KeyboardEvent): boolean {
  return (
    (event.metaKey || event.ctrlKey) &&
    event.key.toLocaleLowerCase('en-US') === 's'
  );
}
