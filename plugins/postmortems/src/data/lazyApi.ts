import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';

/** Loads an API on the first request, so that portal pages without postmortems don't load it. */
export function lazyApi(load: () => Promise<PostmortemsApi>): PostmortemsApi {
  let loading: Promise<PostmortemsApi> | undefined;
  const loaded = () => {
    loading ??= load().catch(error => {
      // The next request tries again.
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return new Proxy({} as PostmortemsApi, {
    get(_target, name) {
      // Otherwise the API would be treated as a promise.
      if (typeof name !== 'string' || name === 'then') return undefined;
      return async (...args: unknown[]) => {
        const api = (await loaded()) as unknown as Record<
          string,
          (...args: unknown[]) => Promise<unknown>
        >;
        return api[name](...args);
      };
    },
  });
}
