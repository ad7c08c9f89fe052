import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { signalChange } from '../testing/signalChange';
import { aDraft } from './__testUtils__/aDraft';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

jest.mock('./editor/MarkdownEditor', () =>
  jest.requireActual('./__testUtils__/MarkdownEditor'),
);

beforeEach(() => window.localStorage.clear());

/** A server on which someone else writes, with signals. */
function createSharedServer() {
  const server = createFakeServer(aDraft());
  return {
    ...server,
    change: (change: Parameters<typeof server.change>[0]) => {
      server.change(change);
      signalChange(server.api, 'PM-42');
    },
  };
}

function writeSection(key: string, markdown: string) {
  return (postmortem: ReturnType<typeof aDraft>) => ({
    ...postmortem,
    sections: postmortem.sections.map(section =>
      section.key === key
        ? { ...section, markdown, revision: section.revision + 1 }
        : section,
    ),
  });
}

describe('a postmortem that others edit too', () => {
  it('shows their changes and keeps unsaved text', async () => {
    const server = createSharedServer();
    renderPostmortem(server.api, { search: '?edit=true' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Edit Summary' }),
    );
    const summary = await screen.findByRole('textbox', { name: 'Summary' });
    await userEvent.click(screen.getByRole('button', { name: 'Add event' }));
    const event = screen.getByRole('textbox', { name: 'What happened' });
    fireEvent.change(event, { target: { value: 'Half a sentence' } });

    // Editors without unsaved text are updated.
    server.change(writeSection('summary', 'Theirs.'));
    await waitFor(() => expect(summary).toHaveValue('Theirs.'));

    fireEvent.change(summary, { target: { value: 'Mine.' } });
    server.change(writeSection('impact', 'Orders failed.'));
    server.change(writeSection('summary', 'Theirs again.'));
    expect(
      await screen.findByText('Orders failed.', { selector: 'p' }),
    ).toBeInTheDocument();
    expect(summary).toHaveValue('Mine.');
    expect(event).toHaveValue('Half a sentence');

    // Saving asks how to resolve the conflict.
    fireEvent.blur(summary);
    const merge = await screen.findByRole('alert');
    expect(merge).toHaveTextContent('Only in theirsTheirs again.');
    expect(server.section('summary').markdown).toBe('Theirs again.');
  });

  it('does not let a dialog decide on unread changes', async () => {
    const server = createSharedServer();
    renderPostmortem(server.api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'More actions' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Waive' }),
    );
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByRole('textbox', { name: /Reason/ }), {
      target: { value: 'A test of the alarm' },
    });

    server.change(postmortem => ({
      ...postmortem,
      title: 'Checkout was slow',
      revision: postmortem.revision + 1,
    }));
    await screen.findByRole('heading', {
      name: /Checkout was slow/,
      hidden: true,
    });
    const grant = within(dialog).getByRole('button', { name: 'Waive' });
    await userEvent.click(grant);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      /changed/,
    );
    expect(server.current().waiver).toBeUndefined();

    await userEvent.click(grant);
    await waitFor(() =>
      expect(server.current().waiver?.reason).toBe('A test of the alarm'),
    );
  });
});
