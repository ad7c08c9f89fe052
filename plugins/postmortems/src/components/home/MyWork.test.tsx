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
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type {
  ActionItem,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../api';
import { withAnnouncements } from '../../live';
import { rootRouteRef } from '../../routes';
import {
  aPostmortem,
  anActionItem,
  createFakePostmortemsApi,
  refusal,
} from '../../testing';
import { MyWork } from './MyWork';

const me = 'user:default/guest';

function render(api: PostmortemsApi, userEntityRef = me) {
  return renderInTestApp(<MyWork />, {
    mountedRoutes: {
      '/postmortems': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      [postmortemsApiRef, api],
      [catalogApiRef, catalogApiMock()],
      mockApis.identity({ userEntityRef }),
      mockApis.permission(),
    ],
  });
}

function task(number: number, dueAt: string, more: Partial<ActionItem> = {}) {
  return anActionItem({
    id: `PM-1/A${number}`,
    title: `Task ${number}`,
    ownerRef: me,
    dueAt,
    ...more,
  });
}

function postmortems() {
  const draft = {
    ownerRef: me,
    status: 'draft',
    publishedAt: undefined,
    completedAt: undefined,
    complianceStatus: 'on-track',
  } as const;
  return [
    aPostmortem({
      id: 'PM-1',
      title: 'Published already',
      visibility: 'restricted',
      ownerRef: me,
      actionItems: [
        task(1, '2126-03-20T00:00:00Z'),
        task(2, '2026-03-20T00:00:00Z', { overdue: true }),
        task(3, '2026-01-01T00:00:00Z', { status: 'done' }),
        task(4, '2026-01-01T00:00:00Z', { ownerRef: 'user:default/bo.chen' }),
      ],
    }),
    aPostmortem({
      ...draft,
      id: 'PM-2',
      title: 'To write',
      dueAt: '2126-03-10T00:00:00Z',
    }),
    aPostmortem({
      ...draft,
      id: 'PM-3',
      title: 'Not resolved yet',
      dueAt: undefined,
      complianceStatus: 'pending',
    }),
  ];
}

const shown = () =>
  screen
    .getAllByRole('listitem')
    .map(row => /PM-\d(\/A\d)?/.exec(row.textContent ?? '')?.[0]);

describe('my work', () => {
  it('is by due date, what is overdue first; what is done goes away', async () => {
    const all = postmortems();
    const updates: unknown[] = [];
    render(
      withAnnouncements(
        createFakePostmortemsApi({
          postmortems: all,
          updateActionItem: async ({ body }) => {
            updates.push(body);
            const after = {
              ...all[0].actionItems[1],
              status: 'done' as const,
              overdue: false,
              revision: 2,
            };
            all[0] = {
              ...all[0],
              actionItems: [all[0].actionItems[0], after],
            };
            return after;
          },
        }),
      ),
    );
    await screen.findByText('Task 2');
    expect(shown()).toEqual(['PM-1/A2', 'PM-2', 'PM-1/A1', 'PM-3']);
    expect(
      screen.getByRole('link', { name: /^PM-1.A2 Restricted ?Task 2/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All that is mine' }),
    ).toHaveAttribute('href', '/catalog/default/user/guest/postmortems');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Mark PM-1/A2 as done' }),
    );
    await waitFor(() => expect(shown()).toEqual(['PM-2', 'PM-1/A1', 'PM-3']));
    expect(updates).toEqual([{ status: 'done' }]);
  });

  it('says beside the item why it is not done', async () => {
    render(
      createFakePostmortemsApi({
        postmortems: postmortems(),
        updateActionItem: async () => {
          throw refusal(403, 'NotAllowedError', 'You may not');
        },
      }),
    );
    await screen.findByText('Task 2');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Mark PM-1/A2 as done' }),
    );
    const row = screen.getAllByRole('listitem')[0];
    expect(await within(row).findByRole('alert')).toHaveTextContent(
      'Not saved: You may not',
    );
  });

  it('says that there is nothing, or nobody to have anything', async () => {
    const { unmount } = render(createFakePostmortemsApi());
    expect(await screen.findByText(/is waiting for you/)).toBeInTheDocument();
    unmount();
    render(createFakePostmortemsApi(), 'plugin:default/robot');
    expect(
      await screen.findByText(/nothing can be assigned to you/),
    ).toBeInTheDocument();
  });
});
