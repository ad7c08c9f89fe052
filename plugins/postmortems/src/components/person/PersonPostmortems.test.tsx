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

import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { postmortemsApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import {
  aPostmortem,
  anActionItem,
  createFakePostmortemsApi,
} from '../../testing';
import { PersonPostmortems } from './PersonPostmortems';

const ana = 'user:default/ana.silva';

function render(teams: string[]) {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'ana.silva', namespace: 'default' },
    relations: teams.map(team => ({
      type: 'memberOf',
      targetRef: `group:default/${team}`,
    })),
  };
  const postmortems = [
    aPostmortem({
      id: 'PM-1',
      ownerRef: ana,
      teamRefs: ['group:default/shop'],
      actionItems: [
        anActionItem({ id: 'PM-1/A1', title: 'Hers', ownerRef: ana }),
        anActionItem({
          id: 'PM-1/A2',
          title: "Her team's",
          ownerRef: 'group:default/shop',
        }),
        anActionItem({ id: 'PM-1/A3', title: 'Closed', status: 'done' }),
      ],
    }),
    aPostmortem({
      id: 'PM-2',
      title: 'Hers to write',
      status: 'draft',
      ownerRef: ana,
      teamRefs: ['group:default/elsewhere'],
    }),
    aPostmortem({
      id: 'PM-3',
      title: "Her team's to write",
      status: 'in-review',
      ownerRef: 'user:default/bo.chen',
      teamRefs: ['group:default/shop'],
    }),
  ];
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <PersonPostmortems />
    </EntityProvider>,
    {
      mountedRoutes: {
        '/postmortems': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [postmortemsApiRef, createFakePostmortemsApi({ postmortems })],
        [catalogApiRef, catalogApiMock()],
        mockApis.permission(),
      ],
    },
  );
}

/** The rows of each panel, in the order of the page. */
async function rows() {
  // Beside the panels the portal has a region of its own.
  const panels = (await screen.findAllByRole('region')).filter(
    region => region.tagName === 'SECTION',
  );
  return Promise.all(
    panels.map(async panel => {
      const items = await within(panel).findAllByRole('listitem');
      return items.map(
        item => /PM-\d(\/A\d)?/.exec(item.textContent ?? '')?.[0],
      );
    }),
  );
}

describe("a person's tab", () => {
  it("shows what is theirs to do, and what is their teams'", async () => {
    render(['shop']);
    expect(await rows()).toEqual([
      ['PM-2'],
      ['PM-1/A1'],
      ['PM-3'],
      ['PM-1/A2'],
    ]);
  });

  it('leaves the teams out where there are none', async () => {
    render([]);
    expect(await rows()).toEqual([['PM-2'], ['PM-1/A1']]);
  });
});
