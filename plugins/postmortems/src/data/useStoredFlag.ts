import { useState } from 'react';

function read(key: string): boolean {
  try {
    return window.localStorage.getItem(key) === 'true';
  } catch {
    // Some browsers don't allow access to storage.
    return false;
  }
}

/** A preference that this browser remembers. */
export function useStoredFlag(
  key: string,
): [boolean, (value: boolean) => void] {
  const [flag, setFlag] = useState(() => read(key));
  return [
    flag,
    value => {
      setFlag(value);
      try {
        window.localStorage.setItem(key, String(value));
      } catch {
        // Without storage, the preference lasts until the page is left.
      }
    },
  ];
}
