import { useCallback, useEffect, useRef, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import type {
  StorageApi,
  StorageValueSnapshot,
} from '@backstage/core-plugin-api';

type JsonValue = Parameters<StorageApi['set']>[1];

const BUCKET = 'postmortems';

/**
 * The last known values, so that a reopened list shows the user's columns right away, not the
 * default ones first.
 */
const known = new WeakMap<object, Map<string, JsonValue | undefined>>();

function knownOf(bucket: object) {
  let values = known.get(bucket);
  if (!values) known.set(bucket, (values = new Map()));
  return values;
}

/**
 * A preference of the user, stored where the portal stores user settings: in its backend, or in this
 * browser. Shows changes at once, and saves them one after the other.
 *
 * @returns the value, undefined while loading or if there is none; and a function that changes it.
 *   The function rejects if the value couldn't be saved
 */
export function useStoredSetting(
  key: string,
): [
  JsonValue | undefined,
  (
    change: (current: JsonValue | undefined) => JsonValue | undefined,
  ) => Promise<void>,
] {
  const bucket = useApi(storageApiRef).forBucket(BUCKET);
  const values = knownOf(bucket);
  const [value, setValue] = useState<JsonValue | undefined>(
    () => bucket.snapshot<JsonValue>(key).value ?? values.get(key),
  );
  const latest = useRef(value);
  const saving = useRef({ count: 0, last: Promise.resolve() });

  const show = useCallback(
    (next: JsonValue | undefined) => {
      latest.current = next;
      knownOf(bucket).set(key, next);
      setValue(next);
    },
    [bucket, key],
  );

  useEffect(() => {
    const onNext = ({
      presence,
      ...stored
    }: StorageValueSnapshot<JsonValue>) => {
      // While changes are being saved, the storage may still report older values.
      if (presence !== 'unknown' && saving.current.count === 0) {
        show(stored.value);
      }
    };
    const subscription = bucket.observe$<JsonValue>(key).subscribe(onNext);
    return () => subscription.unsubscribe();
  }, [bucket, key, show]);

  const change = useCallback(
    async (
      changed: (current: JsonValue | undefined) => JsonValue | undefined,
    ) => {
      const before = latest.current;
      const next = changed(before);
      show(next);
      const queue = saving.current;
      queue.count++;
      const saved = queue.last.then(() =>
        next === undefined ? bucket.remove(key) : bucket.set(key, next),
      );
      queue.last = saved.catch(() => {});
      try {
        await saved;
      } catch (error) {
        if (latest.current === next) show(before);
        throw error;
      } finally {
        queue.count--;
      }
    },
    [bucket, key, show],
  );

  return [value, change];
}
