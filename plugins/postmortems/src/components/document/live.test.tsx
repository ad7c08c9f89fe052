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

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { announceChange } from '../../live/changes';
import { aDraft } from './__testUtils__/aDraft';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

jest.mock('./editor/MarkdownEditor', () =>
  jest.requireActual('./__testUtils__/MarkdownEditor'),
);

beforeEach(() => window.localStorage.clear());

/** A server on which someone else writes, and screens hear of it. */
function createSharedServer() {
  const server = createFakeServer(aDraft());
  return {
    ...server,
    change: (change: Parameters<typeof server.change>[0]) => {
      server.change(change);
      announceChange({ postmortemId: 'PM-42' });
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

describe('a postmortem on which others work too', () => {
  it('shows what they write, and keeps what is being written here', async () => {
    const server = createSharedServer();
    renderPostmortem(server.api, { search: '?edit=true' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Edit Summary' }),
    );
    const summary = await screen.findByRole('textbox', { name: 'Summary' });
    await userEvent.click(screen.getByRole('button', { name: 'Add event' }));
    const event = screen.getByRole('textbox', { name: 'What happened' });
    fireEvent.change(event, { target: { value: 'Half a sentence' } });

    // An editor in which nothing is unsaved follows along.
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

    // Saving it asks what to do about the two.
    fireEvent.blur(summary);
    const merge = await screen.findByRole('alert');
    expect(merge).toHaveTextContent('Only in theirsTheirs again.');
    expect(server.section('summary').markdown).toBe('Theirs again.');
  });

  it('does not let a dialog decide on what was never read in it', async () => {
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
