/**
 * Signs in as a demo user, as the sign-in page does.
 *
 * @param authUrl - URL of the auth plugin
 * @throws Error if the user can't sign in (yet)
 */
export async function demoUserToken(
  authUrl: string,
  userEntityRef: string,
): Promise<string> {
  const response = await fetch(`${authUrl}/demo-user/refresh`, {
    headers: {
      'X-Requested-With': 'XMLHttpRequest',
      'x-demo-user': userEntityRef,
    },
  });
  if (!response.ok) {
    throw new Error(
      `${userEntityRef} cannot sign in: ${
        response.status
      } ${await response.text()}`,
    );
  }
  const { backstageIdentity } = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  return backstageIdentity.token;
}
