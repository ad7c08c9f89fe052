import type { IdentityApi } from '@backstage/core-plugin-api';

const KEY = 'halyard.signed-in-as';

/** The user this browser signed in as, kept across reloads. */
export const chosenUser = {
  get: () => window.localStorage.getItem(KEY) ?? undefined,
  set: (userEntityRef: string) =>
    window.localStorage.setItem(KEY, userEntityRef),
  clear: () => window.localStorage.removeItem(KEY),
};

/** Wraps an identity so that signing out clears the stored user. */
export function forgettingOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      chosenUser.clear();
      await identity.signOut();
    },
  };
}
