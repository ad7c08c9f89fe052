import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

/** The actor in the history for the plugin's own actions. */
export const PLUGIN_ACTOR = 'plugin:postmortems';

interface Principal {
  type?: string;
  userEntityRef?: string;
  subject?: string;
}

/** The actor for the history: a user's entity reference or a service's subject. */
export function actorOf(credentials: BackstageCredentials): string {
  const principal = credentials.principal as Principal;
  return principal.userEntityRef ?? principal.subject ?? 'unknown';
}

/**
 * The calling user.
 *
 * @param what - the action for the error message, such as "Reviewing"
 * @throws NotAllowedError if the caller is a service
 */
export function userOf(
  credentials: BackstageCredentials,
  what: string,
): string {
  const { userEntityRef } = credentials.principal as Principal;
  if (!userEntityRef) {
    throw new NotAllowedError(
      `${what} requires a signed-in user. Use a user token instead of a service token`,
    );
  }
  return userEntityRef;
}
