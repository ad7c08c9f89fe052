import { useRequest } from '../../ui/feedback/useRequest';

/** Removes an item. If someone else has changed it, shows the current version instead. */
export function useRemoveItem<Item>(send: (item: Item) => Promise<void>): {
  /** Resolves to whether the item was removed. */
  remove: (item: Item) => Promise<boolean>;
  busy: boolean;
  error?: string;
} {
  const { run, busy, error } = useRequest();

  return {
    remove: async item =>
      (await run(() => send(item).then(() => true))) === true,
    busy,
    error,
  };
}
