import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { aPostmortem, anActionItem } from '../../testing/fixtures';
import { PersonPostmortems } from './PersonPostmortems';

const ana = 'user:default/ana.silva';

function render(teams: string[], services: string[] = []) {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'ana.silva', namespace: 'default' },
    relations: [
      ...teams.map(team => ({
        type: 'memberOf',
        targetRef: `group:default/${team}`,
      })),
      ...services.map(service => ({
        type: 'ownerOf',
        targetRef: `component:default/${service}`,
      })),
    ],
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
    aPostmortem({
      id: 'PM-4',
      title: 'Of her own service',
      status: 'draft',
      ownerRef: undefined,
      teamRefs: [ana],
    }),
  ];
  const toReview = aPostmortem({
    id: 'PM-5',
    title: 'Hers to review',
    status: 'in-review',
    ownerRef: 'user:default/bo.chen',
    teamRefs: ['group:default/elsewhere'],
  });
  toReview.review.reviewerRefs = [ana];
  postmortems.push(toReview);
  const mentions = Array.from({ length: 7 }, (_, index) => ({
    postmortem: { id: 'PM-9', title: 'Hers', visibility: 'internal' as const },
    comment: {
      id: String(20 - index),
      authorRef: 'user:default/bo.chen',
      markdown: `@ana.silva, question ${index}?`,
      createdAt: '2026-03-12T12:00:00Z',
      revision: 1,
    },
  }));
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
        [
          postmortemsApiRef,
          createFakePostmortemsApi({
            postmortems,
            listMentions: async ({ query }) => {
              const items = mentions.slice(0, query?.limit);
              return {
                items,
                totalItems: mentions.length,
                pageInfo: {
                  nextCursor: items.length < mentions.length ? 'x' : undefined,
                },
              };
            },
          }),
        ],
        [catalogApiRef, catalogApiMock()],
        mockApis.permission(),
      ],
    },
  );
}

/** Rows of each panel, in page order. */
async function rows() {
  // The portal has another region.
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

const mentioned = Array(6).fill('PM-9');

describe("a person's tab", () => {
  it("shows their work and their teams' work", async () => {
    render(['shop']);
    expect(await rows()).toEqual([
      ['PM-2'],
      ['PM-1/A1'],
      ['PM-5'],
      mentioned,
      ['PM-3'],
      ['PM-1/A2'],
    ]);
  });

  it('includes the services that they own', async () => {
    render([], ['side-project']);
    expect(await rows()).toEqual([
      ['PM-2'],
      ['PM-1/A1'],
      ['PM-5'],
      mentioned,
      ['PM-4'],
    ]);
  });

  it('leaves out teams if there are none', async () => {
    render([]);
    expect(await rows()).toEqual([['PM-2'], ['PM-1/A1'], ['PM-5'], mentioned]);
  });

  it('shows reviews requested of them or their teams, with a link to all', async () => {
    render(['shop']);
    const panel = await screen.findByRole('region', {
      name: 'Reviews requested',
    });
    expect(
      await within(panel).findByRole('link', { name: 'View all 1' }),
    ).toHaveAttribute(
      'href',
      `/postmortems/all?${new URLSearchParams([
        ['awaitingReviewBy', ana],
        ['awaitingReviewBy', 'group:default/shop'],
        ['orderField', 'dueAt,asc'],
      ])}`,
    );
  });

  it('shows comments that mention them, and more of them on demand', async () => {
    render([]);
    const panel = await screen.findByRole('region', {
      name: 'Comments to answer',
    });
    expect(
      await within(panel).findByRole('link', {
        name: /^PM-9 ?@ana.silva, question 0\?$/,
      }),
    ).toHaveAttribute('href', '/postmortems/PM-9#comment-20');
    await userEvent.click(
      within(panel).getByRole('button', { name: 'Show more comments' }),
    );
    expect(await within(panel).findByText(/question 6/)).toBeInTheDocument();
    expect(within(panel).queryByRole('button')).toBeNull();
  });
});
