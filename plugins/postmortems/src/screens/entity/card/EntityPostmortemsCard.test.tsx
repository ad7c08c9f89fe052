import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../data/postmortemsApiRef';
import { rootRouteRef } from '../../../routes';
import { createFakePostmortemsApi } from '../../../testing/fakePostmortemsApi';
import { aPostmortem, anActionItem } from '../../../testing/fixtures';
import { EntityPostmortemsCard } from './EntityPostmortemsCard';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
};
const within = 'entityRef=component%3Adefault%2Fcheckout';

function render(api: PostmortemsApi) {
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <EntityPostmortemsCard />
    </EntityProvider>,
    {
      mountedRoutes: { '/postmortems': rootRouteRef },
      apis: [[postmortemsApiRef, api], mockApis.permission()],
    },
  );
}

const postmortems = [1, 2, 3, 4].map(month =>
  aPostmortem({
    id: `PM-${month}`,
    title: `Incident ${month}`,
    startedAt: `2026-0${month}-10T10:00:00Z`,
    entityRefs: ['component:default/checkout'],
    complianceStatus: month === 4 ? 'overdue' : 'met',
    completedAt: month === 4 ? undefined : '2026-05-01T00:00:00Z',
    actionItems:
      month === 1
        ? [
            anActionItem({ id: 'PM-1/A1', overdue: true }),
            anActionItem({ id: 'PM-1/A2', status: 'in-progress' }),
            anActionItem({ id: 'PM-1/A3', status: 'done' }),
          ]
        : [],
  }),
);

describe('the Postmortems card', () => {
  it('shows open work and recent incidents, with links', async () => {
    render(createFakePostmortemsApi({ postmortems }));
    for (const [name, href] of [
      ['1 overdue postmortem', `/all?${within}&complianceStatus=overdue`],
      ['1 overdue action item', `/action-items?${within}&overdue=true`],
      ['2 open action items', `/action-items?${within}`],
      ['PM-4 Incident 4', '/PM-4'],
      ['View all postmortems', `/all?${within}`],
    ]) {
      expect(await screen.findByRole('link', { name })).toHaveAttribute(
        'href',
        `/postmortems${href}`,
      );
    }
    expect(
      screen.getAllByText(/^Incident/).map(each => each.textContent),
    ).toEqual(['Incident 4', 'Incident 3', 'Incident 2']);
  });

  it('shows that nothing is left to do', async () => {
    render(createFakePostmortemsApi({ postmortems: [postmortems[1]] }));
    expect(
      await screen.findByText('Nothing overdue, no open action items'),
    ).toBeInTheDocument();
    expect(screen.getByText('Incident 2')).toBeInTheDocument();
  });

  it('offers to start the first postmortem', async () => {
    render(createFakePostmortemsApi());
    expect(
      await screen.findByText(/No postmortems for incidents/),
    ).toBeVisible();
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Start postmortem' }),
      ).toHaveAttribute('href', `/postmortems/new?${within}`),
    );
    expect(screen.queryByText('View all postmortems')).not.toBeInTheDocument();
  });

  it('retries after a failure', async () => {
    const { listPostmortems } = createFakePostmortemsApi({ postmortems });
    const failing = jest
      .fn(listPostmortems)
      .mockRejectedValueOnce(new Error('timeout'));
    render(createFakePostmortemsApi({ postmortems, listPostmortems: failing }));
    expect(await screen.findByText('timeout')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Incident 4')).toBeInTheDocument();
  });
});
