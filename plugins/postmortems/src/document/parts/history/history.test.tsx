import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  historyActionSchema,
  historyEntrySchema,
} from 'backstage-plugin-postmortems-common';
import type {
  HistoryAction,
  HistoryEntry,
} from 'backstage-plugin-postmortems-common';
import { aDraft } from '../../__testUtils__/aDraft';
import { createFakeServer } from '../../__testUtils__/fakeServer';
import { renderPostmortem } from '../../__testUtils__/renderPostmortem';

const meeting = {
  scheduledFor: '2026-03-14T09:00:00Z',
  durationMinutes: 60,
  attendeeRefs: ['user:default/ben'],
};

/** Recorded values per action and the text they should give. */
const RECORDED: Partial<
  Record<HistoryAction, { entry: Partial<HistoryEntry>; says: RegExp }>
> = {
  'owner-changed': {
    entry: { before: 'user:default/ben', after: 'user:default/cem' },
    says: /ben → cem/,
  },
  'owner-handed-over': {
    entry: {
      before: 'user:default/ben',
      after: 'user:default/cem',
      reason: 'On leave',
    },
    says: /They suggested cem as the next owner\..*Reason: On leave/,
  },
  'waiver-granted': {
    entry: {
      after: { expiresAt: '2026-04-01T10:00:00Z', reason: 'A drill' },
      reason: 'A drill',
    },
    says: /Until Apr 1, 2026.*Reason: A drill/,
  },
  'extension-granted': {
    entry: { after: { dueAt: '2026-04-01T10:00:00Z' } },
    says: /Apr 1, 2026/,
  },
  'reviewers-changed': {
    entry: { before: [], after: ['user:default/ben', 'group:default/search'] },
    says: /none → ben, search/,
  },
  'review-approved': {
    entry: { reason: 'Well told' },
    says: /ana\.silva approved the postmortem.*“Well told”/,
  },
  'review-changes-requested': {
    entry: { reason: 'Say when' },
    says: /requested changes.*“Say when”/,
  },
  'review-dismissed': {
    entry: { after: 'user:default/ben', reason: 'On leave' },
    says: /dismissed a request for changes.*ben.*Reason: On leave/,
  },
  'review-lapsed': {
    entry: { after: 'user:default/ben', reason: 'Not asked any more' },
    says: /closed a request for changes.*ben.*Reason: Not asked any more/,
  },
  'waiver-withdrawn': {
    entry: { reason: 'Not a drill' },
    says: /withdrew the waiver.*Reason: Not a drill/,
  },
  'meeting-changed': {
    entry: {
      before: meeting,
      after: { ...meeting, heldAt: '2026-03-14T09:05:00Z', attendeeRefs: [] },
    },
    says: /Attendees: ben → none.*Held: none → Mar 14, 2026/,
  },
  'section-restored': {
    entry: {
      field: 'impact',
      before: '',
      after: 'Half of the orders',
      restoredFrom: '2026-03-12T09:00:00Z',
    },
    says: /restored "Impact" from Mar 12, 2026/,
  },
  'comment-added': { entry: { field: 'summary' }, says: /commented.*Summary/ },
  'comment-removed': {
    entry: { field: 'timeline/9' },
    says: /removed a comment.*Removed content/,
  },
  'field-changed': {
    entry: { field: 'visibility', before: 'internal', after: 'restricted' },
    says: /changed "Visibility".*Internal → Restricted/,
  },
  'deadline-changed': {
    entry: {
      before: '2026-04-01T10:00:00Z',
      after: undefined,
      reason: 'the incident was reopened',
    },
    says: /Apr 1, 2026.*→ none/,
  },
};

describe('history', () => {
  it('describes every recorded action', async () => {
    const actions = historyActionSchema.options;
    const { api } = createFakeServer(aDraft(), {
      listHistory: async () => ({
        items: actions.map((action, at) =>
          historyEntrySchema.parse({
            id: String(at + 1),
            at: '2026-03-13T08:00:00Z',
            actorRef: 'user:default/ana.silva',
            action,
            ...RECORDED[action]?.entry,
          }),
        ),
        pageInfo: {},
      }),
    });
    renderPostmortem(api);

    const history = await screen.findByRole('region', { name: 'History' });
    const entries = await within(history).findAllByRole('listitem');
    expect(entries).toHaveLength(actions.length);
    actions.forEach((action, at) => {
      // A sentence, not the key of a missing translation.
      expect(entries[at]).toHaveTextContent(/^ana\.silva [a-z]/);
      expect(entries[at]).not.toHaveTextContent('history.action');
      expect(entries[at]).toHaveTextContent(RECORDED[action]?.says ?? /./);
    });
  });

  it('restores the text before or after an edit, unless it is the current one', async () => {
    const restored: unknown[] = [];
    const entry = historyEntrySchema.parse({
      id: '7',
      at: '2026-03-13T08:00:00Z',
      actorRef: 'user:default/ana.silva',
      action: 'section-changed',
      field: 'summary',
      before: 'The cache was flushed by a script.',
      after: 'The cache was flushed.',
    });
    const server = createFakeServer(aDraft(), {
      listHistory: async () => ({ items: [entry], pageInfo: {} }),
      restoreSection: async input => {
        restored.push(input);
        const text = entry[input.body.version] as string;
        server.change(postmortem => ({
          ...postmortem,
          sections: postmortem.sections.map(section =>
            section.key === 'summary'
              ? { ...section, markdown: text, revision: section.revision + 1 }
              : section,
          ),
        }));
        return server.section('summary');
      },
    });
    renderPostmortem(server.api);

    const history = await screen.findByRole('region', { name: 'History' });
    const before = await within(history).findByRole('button', {
      name: 'Restore the previous version',
    });
    expect(
      within(history).queryByRole('button', { name: 'Restore this version' }),
    ).toBeNull();
    await userEvent.click(before);
    expect(
      await screen.findByText('The cache was flushed by a script.', {
        selector: 'p',
      }),
    ).toBeInTheDocument();

    await userEvent.click(
      await within(history).findByRole('button', {
        name: 'Restore this version',
      }),
    );
    expect(
      await screen.findByText('The cache was flushed.', { selector: 'p' }),
    ).toBeInTheDocument();
    expect(restored).toEqual([
      {
        params: { id: 'PM-42', key: 'summary' },
        body: { entryId: '7', version: 'before' },
        ifMatch: 3,
      },
      {
        params: { id: 'PM-42', key: 'summary' },
        body: { entryId: '7', version: 'after' },
        ifMatch: 4,
      },
    ]);
  });

  it('offers nothing to restore to people who cannot write', async () => {
    const { api } = createFakeServer(aDraft(), {
      listHistory: async () => ({
        items: [
          historyEntrySchema.parse({
            id: '7',
            at: '2026-03-13T08:00:00Z',
            actorRef: 'user:default/ana.silva',
            action: 'section-changed',
            field: 'summary',
            before: '',
            after: 'Something else',
          }),
        ],
        pageInfo: {},
      }),
    });
    renderPostmortem(api, { mayEdit: false });
    const history = await screen.findByRole('region', { name: 'History' });
    await within(history).findByText('Show changes');
    expect(
      within(history).queryByRole('button', { name: /Restore/ }),
    ).toBeNull();
  });
});
