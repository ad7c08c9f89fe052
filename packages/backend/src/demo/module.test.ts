import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import postmortemsPlugin from 'backstage-plugin-postmortems-backend';
import {
  createPostmortemsClient,
  incidentDispositionSchema,
} from 'backstage-plugin-postmortems-common';
import demoContent from '.';
import { readDemoContent } from './readDemoContent';

const demo = resolve(__dirname, '../../demo');

jest.setTimeout(60_000);

const SECRET = `whsec_${Buffer.from('only for tests').toString('base64')}`;

/** Signs in the user named in the request, like the demo's sign-in. */
const demoSignIn = createBackendPlugin({
  pluginId: 'auth',
  register(env) {
    env.registerInit({
      deps: { http: coreServices.httpRouter },
      async init({ http }) {
        http.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
        http.use((req, res) => {
          const token = mockCredentials.user.token(req.get('x-demo-user'));
          res.json({ backstageIdentity: { token } });
        });
      },
    });
  },
});

describe('the demo', () => {
  it('seeds postmortems of every compliance status, action items and incidents', async () => {
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        postmortemsPlugin,
        demoContent,
        demoSignIn,
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              rules: [
                {
                  allow: [
                    'Domain',
                    'System',
                    'Component',
                    'API',
                    'Resource',
                    'Group',
                    'User',
                  ],
                },
              ],
              locations: [{ type: 'file', target: `${demo}/catalog/*.yaml` }],
            },
            demo: {
              postmortems: {
                directory: `${demo}/postmortems`,
                confirmedBy: 'user:default/ruth.adeyemi',
              },
              incidents: { file: `${demo}/incidents.yaml` },
            },
            postmortems: {
              incidentSources: { generic: { secrets: [SECRET] } },
            },
          },
        }),
      ],
    });
    const client = createPostmortemsClient({
      discoveryApi: {
        getBaseUrl: async () =>
          `http://localhost:${server.port()}/api/postmortems`,
      },
      fetchApi: { fetch },
    });
    const token = mockCredentials.user.token();

    const overall = async () => {
      const report = await client.getCompliance({ query: {} }, { token });
      return report.overall;
    };
    const documents = await readDemoContent(`${demo}/postmortems`);
    while ((await overall()).total < documents.length) await setTimeout(500);

    const unconfirmed = documents.filter(
      ({ confirmed }) => confirmed === false,
    ).length;
    while ((await overall()).counts.claimed > unconfirmed) {
      await setTimeout(500);
    }

    const { counts } = await overall();
    expect(counts.claimed).toBe(unconfirmed);
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual(
      [],
    );
    const actionItems = await client.summarizeActionItems(
      { query: {} },
      { token },
    );
    expect(actionItems.overall.total).toBe(
      documents.flatMap(({ postmortem }) => postmortem.actionItems).length,
    );
    expect(actionItems.overall.overdue).toBeGreaterThanOrEqual(12);

    const incidents = async () => {
      const { items } = await client.listIncidents(
        { query: { disposition: incidentDispositionSchema.options } },
        { token },
      );
      return Object.fromEntries(
        items.map(each => [each.key, each.blockedBy ?? each.disposition]),
      );
    };
    const parked = async () => {
      const { items } = await client.listIncidentDeliveries(
        { query: { status: ['parked'] } },
        { token },
      );
      return items;
    };
    // Wait for the last step, and the last new incident.
    while ((await parked()).length === 0 || !(await incidents())['HAL-305']) {
      await setTimeout(500);
    }
    expect(await incidents()).toEqual({
      'HAL-301': 'covered',
      'HAL-302': 'covered',
      'HAL-303': 'services',
      'HAL-304': 'severity',
      'HAL-305': 'not-required',
    });
    const { items } = await client.listPostmortems(
      { query: { q: 'Builds waited' } },
      { token },
    );
    const differences = async () => {
      const { sourceFacts } = await client.getPostmortem(
        { params: { id: items[0].id } },
        { token },
      );
      return sourceFacts.filter(({ state }) => state === 'differs');
    };
    while ((await differences()).length === 0) await setTimeout(500);
    expect(await differences()).toMatchObject([
      { field: 'title', value: 'Builds delayed by a lack of runners' },
    ]);

    const similar = async (title: string, entityRef?: string[]) => {
      const found = await client.findSimilarPostmortems(
        { query: { title, entityRef } },
        { token },
      );
      return found.items.map(each => [each.title, each.reasons]);
    };
    const routes = await similar('Nobody reaches us: BGP routes withdrawn', [
      'component:default/public-resolver',
    ]);
    expect(routes.slice(0, 2)).toEqual([
      [
        expect.stringMatching(/^Public resolver was unreachable/),
        [
          {
            kind: 'shared-words',
            values: expect.arrayContaining(['bgp', 'route', 'withdrawn']),
          },
          {
            kind: 'same-entity',
            values: ['component:default/public-resolver'],
          },
        ],
      ],
      [
        expect.stringMatching(/DNS withdrew its routes/),
        [
          {
            kind: 'shared-words',
            values: expect.arrayContaining(['bgp', 'route', 'withdrawn']),
          },
          { kind: 'depends-on', values: ['component:default/backbone'] },
          { kind: 'same-system', values: ['component:default/dns'] },
        ],
      ],
    ]);
    const [[title, reasons]] = await similar(
      'An expired certificate kept workloads from starting',
    );
    expect(title).toMatch(/because certificates expired/);
    expect(reasons).toEqual([
      {
        kind: 'shared-words',
        values: expect.arrayContaining(['certificate', 'expired', 'workload']),
      },
    ]);
  });
});
