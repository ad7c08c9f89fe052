/**
 * Signs in as a demo user, like the sign-in page.
 *
 * @param authUrl - URL of the auth plugin
 * @throws Error if the user cannot sign in (yet)
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
