import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  Presence,
  PutPresence,
} from 'backstage-plugin-postmortems-common';
import { aDraft } from '../__testUtils__/aDraft';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';
import { TAB_ID } from './tabId';

jest.mock('../editor/MarkdownEditor', () =>
  jest.requireActual('../__testUtils__/MarkdownEditor'),
);
jest.setTimeout(120_000);

const ana = { userRef: 'user:default/ana.silva', tabId: 'tab12345' };
const me = { userRef: 'user:default/guest' };

/** A server on which others are editing. */
function serverWith(others: Presence['items']) {
  const sent: PutPresence[] = [];
  const server = createFakeServer(aDraft(), {
    listPresence: async () => ({ items: others }),
    putPresence: async ({ body }) => {
      sent.push(body);
      const mine = body.sections.map(section => ({
        ...me,
        tabId: body.tabId,
        section,
      }));
      return { items: [...others, ...mine] };
    },
  });
  return { ...server, sent };
}

describe('presence', () => {
  it('shows who else is editing a section, also in the outline', async () => {
    const { api } = serverWith([
      { ...ana, section: 'impact' },
      { ...ana, tabId: 'tab23456', section: 'impact' },
    ]);
    renderPostmortem(api, { search: '?edit=true' });

    const impact = await screen.findByRole('region', { name: 'Impact' });
    await waitFor(() =>
      expect(within(impact).getByRole('status')).toHaveTextContent(
        /^ana\.silva is editing Impact$/,
      ),
    );
    const outline = screen.getByRole('navigation', { name: 'On this page' });
    expect(
      within(outline).getByRole('link', { name: /Impact\s*\(being edited\)/ }),
    ).toBeInTheDocument();
    expect(
      within(outline).getByRole('link', { name: 'Summary' }),
    ).toBeVisible();
  });

  it('tells others what this tab edits, and says nothing about itself', async () => {
    const { api, sent } = serverWith([]);
    renderPostmortem(api, { search: '?edit=true' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Edit Summary' }),
    );
    await waitFor(() =>
      expect(sent).toEqual([{ tabId: TAB_ID, sections: ['summary'] }]),
    );
    expect(screen.queryByText(/editing Summary|another tab/)).toBeNull();

    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() =>
      expect(sent[sent.length - 1]).toEqual({ tabId: TAB_ID, sections: [] }),
    );
  });

  it('names the other tab of the same person as theirs', async () => {
    const { api } = serverWith([
      { ...me, tabId: 'tab12345', section: 'summary' },
    ]);
    renderPostmortem(api);
    expect(
      await screen.findByText('You are editing this in another tab'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/guest is editing/)).toBeNull();
  });

  it('does not disturb when the server does not know it', async () => {
    const { api } = createFakeServer(aDraft(), {
      listPresence: async () => {
        throw new Error('Not found');
      },
      putPresence: async () => {
        throw new Error('Not found');
      },
    });
    renderPostmortem(api, { search: '?edit=true' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Edit Summary' }),
    );
    expect(
      await screen.findByRole('textbox', { name: 'Summary' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
