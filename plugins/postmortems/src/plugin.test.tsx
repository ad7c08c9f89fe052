/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
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
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import postmortemsPlugin, { postmortemsApiRef } from '.';
import { withAnswersAhead } from './api/answersAhead';
import { aPostmortem, createFakePostmortemsApi } from './testing';

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
) {
  return renderTestApp({
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
) {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'checkout-api', namespace: 'default' },
  };
  return renderTestApp({
    features: [postmortemsPlugin],
    // The page shows cards and tabs at once, where the catalog's shows them one after the other.
    config: { app: { extensions: [{ 'entity-card:postmortems': false }] } },
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
      'Incident sources',
      'Extra',
    ]);
    await userEvent.click(tabs[4]);
    expect(await screen.findByText('Added by someone else')).toBeVisible();
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
    await screen.findByText('No postmortem matches');
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
    expect(
      await screen.findByText(/There is no such page/),
    ).toBeInTheDocument();
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
      await screen.findByText('No action item is open.'),
    ).toBeInTheDocument();
  });

  it.each(['Location', 'Template'])('is not on a %s', async kind => {
    openEntity(kind);
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });
});

describe('a portal opened at the address of a screen', () => {
  afterEach(() => window.history.replaceState(null, '', '/'));

  /** An API that writes down what it is asked. */
  function listen() {
    const questions: string[] = [];
    const fake = createFakePostmortemsApi({ postmortems });
    const functions = Object.entries(fake).map(([name, call]) => [
      name,
      (input: unknown) => {
        questions.push(`${name} ${JSON.stringify(input)}`);
        return (call as (input: unknown) => unknown)(input);
      },
    ]);
    return { api: withAnswersAhead(Object.fromEntries(functions)), questions };
  }

  it.each([
    ['/catalog/default/component/checkout-api/postmortems', 6],
    ['/catalog/default/component/checkout-api/postmortems?status=draft', 5],
  ])('asks for the tab at once, and nothing twice: %s', async (path, ahead) => {
    window.history.replaceState(null, '', path);
    const { api, questions } = listen();
    openEntity('Component', api);
    expect(questions).toHaveLength(ahead);

    await screen.findByText(/2 postmortems|No postmortems yet/);
    await screen.findByText('overdue postmortems');
    expect(questions).toEqual([...new Set(questions)]);
    expect(questions).toHaveLength(6);
  });

  it('asks for the list at once, and nothing twice', async () => {
    window.history.replaceState(null, '', '/postmortems');
    const { api, questions } = listen();
    openApp('/postmortems', api);
    expect(questions).toHaveLength(4);

    await screen.findByText('Login was slow');
    expect(questions).toEqual([...new Set(questions)]);
    expect(questions).toHaveLength(4);
  });

  it.each([
    '/',
    '/catalog/default/component/checkout-api',
    '/catalog/default/template/checkout-api/postmortems',
    '/docs/postmortems/all/there/is',
  ])('asks nothing at %s', async path => {
    window.history.replaceState(null, '', path);
    const { api, questions } = listen();
    openApp('/nothing', api);
    expect(questions).toEqual([]);
  });
});
