/** Loads the API client, which is a separate chunk. */
export const loadClient = () => import('./createClient');
