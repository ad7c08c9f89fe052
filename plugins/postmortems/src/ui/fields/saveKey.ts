import type { KeyboardEvent } from 'react';

/** Whether Ctrl + S or Cmd + S was pressed. */
export function isSaveKey(event: KeyboardEvent): boolean {
  return (
    (event.metaKey || event.ctrlKey) &&
    event.key.toLocaleLowerCase('en-US') === 's'
  );
}
