import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import signInModule from '.';

jest.setTimeout(60_000);

const environment = process.env.NODE_ENV;

beforeAll(() => {
  Object.assign(process.env, { NODE_ENV: 'development' });
});
afterAll(() => {
  Object.assign(process.env, { NODE_ENV: environment });
});

it('signs in only as a catalog user', async () => {
  const entity = (kind: string, name: string) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations: [],
  });
  const backend = await startTestBackend({
    features: [
      authPlugin,
      signInModule,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          auth: { environment: 'development', providers: { 'demo-user': {} } },
        },
      }),
      catalogServiceMock.factory({
        entities: [
          entity('User', 'ana'),
          entity('Component', 'dns'),
          entity('Group', 'ops'),
        ],
      }),
    ],
  });
  const signIn = async (user: string) => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/auth/demo-user/refresh`,
      {
        headers: { 'x-demo-user': user, 'x-requested-with': 'XMLHttpRequest' },
      },
    );
    return { status: response.status, body: await response.json() };
  };
  expect((await signIn('user:default/ana')).body).toMatchObject({
    backstageIdentity: { identity: { userEntityRef: 'user:default/ana' } },
  });
  for (const other of [
    'component:default/dns',
    'Component:default/dns',
    'group:default/ops',
    'user:default/nobody',
    'not a reference:',
  ]) {
    const { status, body } = await signIn(other);
    expect([other, status >= 400, body.backstageIdentity]).toEqual([
      other,
      true,
      undefined,
    ]);
  }
  await backend.stop();
});
