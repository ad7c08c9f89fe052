import { useMyself } from './useMyself';

/** Returns the signed-in user's entity, or `undefined` if they have none. */
export function useCurrentUser(): string | undefined {
  return useMyself()?.userRef;
}
