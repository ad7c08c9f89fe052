import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import {
  SubPageBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import type { JsonObject } from '@backstage/types';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import postmortemsPlugin, { postmortemsApiRef } from '..';
import { createFakePostmortemsApi } from '../testing/fakePostmortemsApi';
import { aPostmortem } from '../testing/fixtures';

const postmortems = [
  aPostmortem({ id: 'PM-1', title: 'Checkout returned 500s' }),
  aPostmortem({ id: 'PM-2', title: 'Login was slow', severity: 'SEV-2' }),
];

/** A page of the plugin's that anyone may add. */
const actionItems = createFrontendModule({
  pluginId: 'postmortems',
  extensions: [
    SubPageBlueprint.make({
      name: 'extra',
      params: {
        path: 'extra',
        title: 'Extra',
        loader: async () => <p>Added by someone else</p>,
      },
    }),
  ],
});

function openApp(
  path: string,
  api: PostmortemsApi = createFakePostmortemsApi({ postmortems }),
  config?: JsonObject,
) {
  return renderTestApp({
    config,
    features: [postmortemsPlugin, actionItems],
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [postmortemsApiRef, api],
      [catalogApiRef, catalogApiMock()],
      mockApis.permission(),
    ],
  });
}

function openEntity(
  kind: string,
  api: PostmortemsApi = createFakePostmortemsApi({ postmortems }),
  // The page shows cards and tabs at once, where the catalog's shows them one after the other.
  without = ['entity-card:postmortems', 'entity-card:postmortems/insights'],
) {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'checkout-api', namespace: 'default' },
  };
  return renderTestApp({
    features: [postmortemsPlugin],
    config: { app: { extensions: without.map(id => ({ [id]: false })) } },
    extensions: [createTestEntityPage({ entity })],
    apis: [
      [postmortemsApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: [entity] })],
      mockApis.permission(),
    ],
  });
}

describe('the page', () => {
  it('is in the navigation and opens with the list, keeping the filters of the link', async () => {
    openApp('/postmortems?severity=SEV-2');
    expect(await screen.findByText('Login was slow')).toBeInTheDocument();
    expect(screen.queryByText('Checkout returned 500s')).toBeNull();
    expect(
      within(screen.getByRole('navigation', { name: 'sidebar nav' })).getByRole(
        'link',
        { name: 'Postmortems' },
      ),
    ).toHaveAttribute('href', '/postmortems');
  });

  it('has its sub-pages as tabs, and those of others', async () => {
    openApp('/postmortems/compliance');
    expect(await screen.findByText('Overall')).toBeInTheDocument();
    const tabs = screen.getAllByRole('tab');
    expect(tabs.map(tab => tab.textContent)).toEqual([
      'Postmortems',
      'Action items',
      'Compliance',
      'Insights',
      'Incident sources',
      'Extra',
    ]);
    await userEvent.click(tabs[5]);
    expect(await screen.findByText('Added by someone else')).toBeVisible();
  });

  it('has the titles that the portal configures', async () => {
    openApp('/postmortems/compliance', undefined, {
      app: {
        extensions: [
          { 'page:postmortems': { config: { title: 'Incident reviews' } } },
          {
            'sub-page:postmortems/compliance': { config: { title: 'On time' } },
          },
        ],
      },
    });
    expect(
      await screen.findByRole('tab', { name: 'On time' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Incident reviews' }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(document.title).toBe('On time | Incident reviews | Backstage'),
    );
  });

  it('stays mounted while the address changes', async () => {
    openApp('/postmortems/all');
    await screen.findByText('Login was slow');
    const filters = screen.getByRole('group', { name: 'Filters' });
    await userEvent.click(
      within(filters).getByRole('button', { name: /^Status/ }),
    );
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Draft' }),
    );
    await screen.findByText('No postmortems match these filters');
    expect(screen.getByRole('checkbox', { name: 'Draft' })).toBeChecked();
    expect(filters).toBeInTheDocument();
  });

  it.each([
    ['/postmortems/new', /Start postmortem|New/],
    ['/postmortems/PM-1', 'Checkout returned 500s'],
  ])('gives %s the page to itself', async (path, text) => {
    openApp(path);
    expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  });

  it('says so where there is nothing', async () => {
    openApp('/postmortems/PM-1/nothing');
    expect(await screen.findByText(/Page not found/)).toBeInTheDocument();
  });
});

describe('the tab on entities', () => {
  it.each(['Component', 'API', 'Resource', 'System', 'Domain', 'Group'])(
    'is there on a %s',
    async kind => {
      openEntity(kind);
      expect(
        await screen.findByText(/2 postmortems|No postmortems yet/),
      ).toBeInTheDocument();
    },
  );

  it('is about a person on a User', async () => {
    openEntity('User');
    expect(
      await screen.findByText('No open action items.'),
    ).toBeInTheDocument();
  });

  it.each(['Location', 'Template'])('is not on a %s', async kind => {
    openEntity(kind);
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });
});

describe('the insights card on entities', () => {
  const others = ['entity-content:postmortems', 'entity-card:postmortems'];

  it.each(['Component', 'API', 'Resource', 'System', 'Domain'])(
    'is there on a %s',
    async kind => {
      openEntity(kind, undefined, others);
      expect(
        await screen.findByRole('link', { name: '16 incidents' }),
      ).toBeInTheDocument();
    },
  );

  it.each(['Group', 'User', 'Location'])('is not on a %s', async kind => {
    openEntity(kind, undefined, others);
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });
});

describe('in development', () => {
  const warnings: string[] = [];
  const mode = process.env.NODE_ENV;
  const ours = () => warnings.filter(each => /postmortems/.test(each));

  beforeEach(() => {
    process.env.NODE_ENV = 'development';
    warnings.length = 0;
    jest.spyOn(console, 'warn').mockImplementation(text => {
      warnings.push(String(text));
    });
  });

  afterEach(() => {
    process.env.NODE_ENV = mode;
    jest.restoreAllMocks();
  });

  it.each([
    ['/postmortems/all', 'Login was slow'],
    ['/postmortems/action-items', /action item/i],
    ['/postmortems/compliance', 'Overall'],
    ['/postmortems/insights', 'Struck again'],
    ['/postmortems/incident-sources', /source/],
    ['/postmortems/new', /Start postmortem/],
    ['/postmortems/PM-1', 'Checkout returned 500s'],
    ['/postmortems/PM-1/nothing', /Page not found/],
  ])('%s gives no warning of ours', async (path, text) => {
    openApp(path);
    expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
    expect(ours()).toEqual([]);
  });

  it.each([
    ['Component', /2 postmortems/],
    ['Group', /postmortem/],
    ['User', 'No open action items.'],
  ])('the tab of a %s gives no warning of ours', async (kind, text) => {
    openEntity(kind);
    expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
    expect(ours()).toEqual([]);
  });
});

describe('a portal opened at the address of a screen', () => {
  afterEach(() => window.history.replaceState(null, '', '/'));

  /** An API that counts its calls by operation and input. */
  function countCalls() {
    const calls: string[] = [];
    const fake = createFakePostmortemsApi({ postmortems });
    const functions = Object.entries(fake).map(([name, call]) => [
      name,
      (input: unknown) => {
        calls.push(`${name} ${JSON.stringify(input)}`);
        return (call as (input: unknown) => unknown)(input);
      },
    ]);
    return { api: Object.fromEntries(functions) as PostmortemsApi, calls };
  }

  it('asks nothing twice for the tab', async () => {
    window.history.replaceState(
      null,
      '',
      '/catalog/default/component/checkout-api/postmortems',
    );
    const { api, calls } = countCalls();
    openEntity('Component', api);
    await screen.findByText(/2 postmortems|No postmortems yet/);
    await screen.findByText('overdue postmortems');
    expect(calls).toEqual([...new Set(calls)]);
    expect(calls).toHaveLength(6);
  });

  it('asks nothing twice for the list', async () => {
    window.history.replaceState(null, '', '/postmortems');
    const { api, calls } = countCalls();
    openApp('/postmortems', api);
    await screen.findByText('Login was slow');
    expect(calls).toEqual([...new Set(calls)]);
    expect(calls).toHaveLength(4);
  });
});
