import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { postmortemSummarySchema } from 'backstage-plugin-postmortems-common';
import type {
  PostmortemsApi,
  SimilarPostmortem,
} from 'backstage-plugin-postmortems-common';
import { createFakePostmortemsApi } from '../../../testing/fakePostmortemsApi';
import { aPostmortem } from '../../../testing/fixtures';
import { renderPostmortem } from '../../__testUtils__/renderPostmortem';

jest.setTimeout(30_000);

function similar(
  id: string,
  title: string,
  visibility: SimilarPostmortem['visibility'],
): SimilarPostmortem {
  return {
    ...postmortemSummarySchema.parse(aPostmortem({ id, title, visibility })),
    reasons: [
      { kind: 'depends-on', values: ['component:default/edge-proxy'] },
      { kind: 'same-factor', values: ['Nobody was alerted'] },
    ],
  };
}

const ADDRESS = `${window.location.origin}/postmortems`;

describe('similar postmortems under Related', () => {
  it('have reasons and are linked with one click', async () => {
    const updatePostmortem = jest.fn();
    let current = aPostmortem({
      status: 'draft',
      links: [{ url: 'https://status.example.com' }],
    });
    const api: PostmortemsApi = createFakePostmortemsApi({
      getPostmortem: async () => current,
      findSimilarPostmortems: async () => ({
        items: [
          similar('PM-15', 'Certificates expired', 'internal'),
          similar('PM-7', 'A secret', 'restricted'),
        ],
      }),
      updatePostmortem: async ({ body, ifMatch }) => {
        updatePostmortem(body, ifMatch);
        current = {
          ...current,
          links: body!.links!,
          revision: current.revision + 1,
        };
        return current;
      },
    });
    renderPostmortem(api);

    const related = await screen.findByRole('region', { name: /^Related/ });
    await waitFor(() => expect(related).toHaveTextContent('PM-15'));
    expect(related).toHaveTextContent(
      'affected a dependency: edge-proxy · same factor: “Nobody was alerted”',
    );
    const { revision } = current;
    await userEvent.click(
      await within(related).findByRole('button', {
        name: 'Link as related: PM-15',
      }),
    );
    await waitFor(() =>
      expect(updatePostmortem).toHaveBeenLastCalledWith(
        {
          links: [
            { url: 'https://status.example.com' },
            { url: `${ADDRESS}/PM-15`, title: 'PM-15 Certificates expired' },
          ],
        },
        revision,
      ),
    );
    // It is now among the links, and the title of a restricted one isn't copied.
    await waitFor(() =>
      expect(
        within(related).queryByRole('button', { name: /PM-15/ }),
      ).toBeNull(),
    );
    await userEvent.click(
      within(related).getByRole('button', { name: 'Link as related: PM-7' }),
    );
    await waitFor(() =>
      expect(updatePostmortem.mock.lastCall[0].links[2]).toEqual({
        url: `${ADDRESS}/PM-7`,
        title: 'PM-7',
      }),
    );
  });

  it('can be read but not linked without edit permission', async () => {
    const api = createFakePostmortemsApi({
      postmortems: [aPostmortem({ links: [] })],
      findSimilarPostmortems: async () => ({
        items: [similar('PM-15', 'Certificates expired', 'internal')],
      }),
    });
    renderPostmortem(api, { mayEdit: false });
    expect(await screen.findByText(/PM-15/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Link as/ })).toBeNull();
  });
});
