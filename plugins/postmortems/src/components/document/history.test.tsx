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

import { screen, within } from '@testing-library/react';
import {
  historyActionSchema,
  historyEntrySchema,
} from 'backstage-plugin-postmortems-common';
import type {
  HistoryAction,
  HistoryEntry,
} from 'backstage-plugin-postmortems-common';
import { aDraft } from './__testUtils__/aDraft';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

const meeting = {
  scheduledFor: '2026-03-14T09:00:00Z',
  durationMinutes: 60,
  attendeeRefs: ['user:default/ben'],
};

/** What the backend records beside the action, where it does, and what is to be read of it. */
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
    says: /In their place they suggested cem\..*Because: On leave/,
  },
  'waiver-granted': {
    entry: {
      after: { expiresAt: '2026-04-01T10:00:00Z', reason: 'A drill' },
      reason: 'A drill',
    },
    says: /Until Apr 1, 2026.*Because: A drill/,
  },
  'extension-granted': {
    entry: { after: { dueAt: '2026-04-01T10:00:00Z' } },
    says: /Apr 1, 2026/,
  },
  'reviewers-changed': {
    entry: { before: [], after: ['user:default/ben', 'group:default/search'] },
    says: /nothing → ben, search/,
  },
  'review-approved': {
    entry: { reason: 'Well told' },
    says: /ana\.silva approved it.*“Well told”/,
  },
  'review-changes-requested': {
    entry: { reason: 'Say when' },
    says: /requested changes.*“Say when”/,
  },
  'meeting-changed': {
    entry: {
      before: meeting,
      after: { ...meeting, heldAt: '2026-03-14T09:05:00Z', attendeeRefs: [] },
    },
    says: /Attendees: ben → nothing.*Held: nothing → Mar 14, 2026/,
  },
  'comment-added': { entry: { field: 'summary' }, says: /commented.*Summary/ },
  'comment-removed': {
    entry: { field: 'timeline/9' },
    says: /removed a comment.*What has been removed since/,
  },
  'field-changed': {
    entry: { field: 'visibility', before: 'internal', after: 'restricted' },
    says: /changed "Who may see it".*Internal → Restricted/,
  },
  'deadline-changed': {
    entry: {
      before: '2026-04-01T10:00:00Z',
      after: undefined,
      reason: 'the incident was reopened',
    },
    says: /Apr 1, 2026.*→ nothing/,
  },
};

describe('the history', () => {
  it('has words for everything that is recorded', async () => {
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
      // Its own words, rather than the name of a missing translation.
      expect(entries[at]).toHaveTextContent(/^ana\.silva [a-z]/);
      expect(entries[at]).not.toHaveTextContent('history.action');
      expect(entries[at]).toHaveTextContent(RECORDED[action]?.says ?? /./);
    });
  });
});
