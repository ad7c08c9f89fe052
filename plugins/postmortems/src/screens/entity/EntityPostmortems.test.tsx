import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import type { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { aPostmortem, anActionItem } from '../../testing/fixtures';
import { EntityPostmortems } from './EntityPostmortems';

function anEntity(kind: string, name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
  };
}

const daysAgo = (days: number) =>
  DateTime.utc().minus({ days, hours: 1 }).toISO();

const here = {
  entityRefs: ['component:default/checkout', 'api:default/orders'],
};
const postmortems = [
  aPostmortem({ ...here, id: 'PM-1', complianceStatus: 'met' }),
  aPostmortem({ ...here, id: 'PM-2', complianceStatus: 'met' }),
  aPostmortem({
    ...here,
    id: 'PM-3',
    complianceStatus: 'overdue',
    completedAt: undefined,
    startedAt: daysAgo(12),
  }),
  aPostmortem({ ...here, id: 'PM-4', complianceStatus: 'pending' }),
  aPostmortem({ id: 'PM-9', entityRefs: ['component:default/elsewhere'] }),
];

function render(entity: Entity, api: PostmortemsApi) {
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <EntityPostmortems />
    </EntityProvider>,
    {
      mountedRoutes: {
        '/postmortems': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [postmortemsApiRef, api],
        [catalogApiRef, catalogApiMock()],
        mockApis.permission(),
      ],
    },
  );
}

function listed() {
  return screen.queryAllByText(/^PM-\d+$/).map(id => id.textContent?.trim());
}

describe('the Postmortems tab', () => {
  it('summarizes the entity; each number links to its list', async () => {
    render(
      anEntity('Component', 'checkout'),
      createFakePostmortemsApi({ postmortems }),
    );
    await waitFor(() => expect(listed()).toHaveLength(4));
    expect(listed()).not.toContain('PM-9');

    await userEvent.click(
      await screen.findByRole('link', { name: '67% on time (2 of 3)' }),
    );
    await waitFor(() => expect(listed()).toEqual(['PM-3', 'PM-2', 'PM-1']));

    await userEvent.click(
      screen.getByRole('link', { name: '1 overdue postmortem' }),
    );
    await waitFor(() => expect(listed()).toEqual(['PM-3']));

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() => expect(listed()).toHaveLength(4));
    await userEvent.click(
      screen.getByRole('link', { name: '12 d ago last incident' }),
    );
    await waitFor(() => expect(listed()).toEqual(['PM-3']));
  });

  it('links to the form with the entity preselected', async () => {
    render(
      anEntity('Component', 'checkout'),
      createFakePostmortemsApi({ postmortems }),
    );
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Start postmortem' }),
      ).toHaveAttribute(
        'href',
        '/postmortems/new?entityRef=component%3Adefault%2Fcheckout',
      ),
    );
  });

  it('shows that nothing was due', async () => {
    render(
      anEntity('API', 'orders'),
      createFakePostmortemsApi({ postmortems: [postmortems[3]] }),
    );
    expect(await screen.findByText('no postmortems due')).toBeInTheDocument();
    expect(screen.queryByText(/%/)).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /overdue/ })).toBeNull();
  });

  it('links to open and overdue action items', async () => {
    const [first, ...others] = postmortems;
    const actionItems = [
      anActionItem({ id: 'PM-1/A1' }),
      anActionItem({ id: 'PM-1/A2', status: 'in-progress', overdue: true }),
      anActionItem({ id: 'PM-1/A3', status: 'done' }),
      anActionItem({ id: 'PM-1/A4', status: 'proposed' }),
    ];
    render(
      anEntity('Component', 'checkout'),
      createFakePostmortemsApi({
        postmortems: [{ ...first, actionItems }, ...others],
      }),
    );
    const list =
      '/postmortems/action-items?entityRef=component%3Adefault%2Fcheckout';
    expect(
      await screen.findByRole('link', { name: '2 open action items' }),
    ).toHaveAttribute('href', list);
    expect(
      screen.getByRole('link', { name: '1 overdue action item' }),
    ).toHaveAttribute('href', `${list}&overdue=true`);
  });

  it('explains postmortems on a first visit, with one button', async () => {
    render(anEntity('System', 'shop'), createFakePostmortemsApi());
    expect(
      await screen.findByText(/records what happened in an incident/),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Start postmortem' }),
      ).toHaveAttribute(
        'href',
        '/postmortems/new?entityRef=system%3Adefault%2Fshop',
      ),
    );
  });

  it('keeps the list if only the figures fail, and retries them', async () => {
    const real = createFakePostmortemsApi({ postmortems });
    const getCompliance = jest
      .fn(real.getCompliance)
      .mockRejectedValueOnce(new Error('timeout'));
    render(
      anEntity('Component', 'checkout'),
      createFakePostmortemsApi({ postmortems, getCompliance }),
    );
    await waitFor(() => expect(listed()).toHaveLength(4));
    await userEvent.click(
      within(await screen.findByRole('alert')).getByRole('button'),
    );
    expect(
      await screen.findByRole('link', { name: '1 overdue postmortem' }),
    ).toBeInTheDocument();
  });
});
