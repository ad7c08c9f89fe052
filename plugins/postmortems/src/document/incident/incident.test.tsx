import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { historyEntrySchema } from 'backstage-plugin-postmortems-common';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import type { FakePostmortemsApiOptions } from '../../testing/fakePostmortemsApi';
import { aPolicy } from '../../testing/fixtures';
import { refusal } from '../../testing/refusal';
import { aDraft } from '../__testUtils__/aDraft';
import { aFollowingDraft } from '../__testUtils__/aFollowingDraft';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';

/** A server that accepts choices between facts. */
function createServer(
  initial: Postmortem,
  overrides: FakePostmortemsApiOptions = {},
) {
  const server = createFakeServer(initial, {
    chooseSourceFact: async ({ params, body, ifMatch }) => {
      const current = server.current();
      if (current.revision !== ifMatch) {
        throw refusal(412, 'StaleRevisionError', 'Someone changed this', {
          current,
        });
      }
      const { field } = params;
      const fact = current.sourceFacts.find(each => each.field === field)!;
      const took = body.choose === 'source';
      server.change(before => ({
        ...before,
        ...(took && { [field]: fact.value }),
        revision: before.revision + 1,
        sourceFacts: before.sourceFacts.map(each =>
          each === fact ? { ...each, state: took ? 'same' : 'edited' } : each,
        ),
      }));
      return server.current();
    },
    ...overrides,
  });
  return server;
}

function notice(title: string) {
  return screen.findByRole('region', { name: title });
}

describe('a postmortem from an incident source', () => {
  it('offers a choice for each fact that differs', async () => {
    const server = createServer(aFollowingDraft());
    renderPostmortem(server.api);

    const both = await notice('PagerDuty reports 2 different values');
    expect(both).toHaveTextContent('Checkout returned 500s after cache flush');
    expect(both).toHaveTextContent('Checkout down in one region');
    expect(both).toHaveTextContent(/SEV-3.*; .*SEV-2/);

    await userEvent.click(
      within(both).getByRole('button', {
        name: "Use PagerDuty's value: Title",
      }),
    );
    const one = await notice('PagerDuty reports a different value');
    expect(server.current().title).toBe('Checkout down in one region');
    expect(
      await screen.findByRole('heading', {
        name: /Checkout down in one region/,
      }),
    ).toBeInTheDocument();

    await userEvent.click(
      within(one).getByRole('button', {
        name: "Keep this postmortem's value: Severity",
      }),
    );
    const settled = await screen.findByText(
      'All differences from PagerDuty are resolved.',
    );
    expect(
      screen.queryByText(/reports .*different value/),
    ).not.toBeInTheDocument();
    expect(server.current().severityHistory).toHaveLength(1);
    // The button is gone; focus stays in its place.
    await waitFor(() => expect(settled.parentElement).toHaveFocus());
  });

  it('asks again after a concurrent change', async () => {
    const server = createServer(aFollowingDraft());
    renderPostmortem(server.api);
    const both = await notice('PagerDuty reports 2 different values');

    server.change(before => ({ ...before, revision: before.revision + 1 }));
    const take = within(both).getByRole('button', {
      name: "Use PagerDuty's value: Title",
    });
    await userEvent.click(take);
    expect(await within(both).findByRole('alert')).toHaveTextContent(/changed/);
    expect(server.current().title).toMatch(/500s/);
    await userEvent.click(take);
    await notice('PagerDuty reports a different value');
  });

  it('accepts nothing while published, and explains why', async () => {
    const server = createServer(aFollowingDraft({ status: 'published' }));
    renderPostmortem(server.api);

    const both = await notice('PagerDuty reports 2 different values');
    expect(both).toHaveTextContent(/To use its values, reopen/);
    expect(
      within(both).queryByRole('button', { name: /^Use/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      within(both).getByRole('button', {
        name: "Keep this postmortem's value: Title",
      }),
    );
    await notice('PagerDuty reports a different value');
  });

  it('can be linked to another postmortem, with a preview', async () => {
    const coverIncident = jest.fn(async () => aDraft({ id: 'PM-9' }));
    const server = createServer(aFollowingDraft({ edited: false }), {
      coverIncident,
      previewMerge: async () => ({
        governingSeverity: 'SEV-1',
        startedAt: '2026-03-12T09:14:00Z',
        complianceStatus: 'pending',
        entityRefs: [],
        gains: ['later-deadline'],
      }),
      listPostmortems: async () => ({
        items: [aDraft(), aDraft({ id: 'PM-9', title: 'Checkout was down' })],
        pageInfo: {},
      }),
    });
    renderPostmortem(server.api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Link to another postmortem',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(/replaces the draft PM-\d+/);
    await userEvent.click(
      within(dialog).getByRole('textbox', { name: 'Postmortem' }),
    );
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'PM-9 Checkout was down',
    ]);
    await userEvent.click(options[0]);
    expect(
      await within(dialog).findByRole('region', { name: 'PM-9 after merging' }),
    ).toHaveTextContent(/SEV-1.*Ongoing.*Pending.*a later deadline or none/);
    const confirm = within(dialog).getByRole('button', { name: 'Link' });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Reason' }),
      'The same outage',
    );
    await userEvent.click(confirm);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(coverIncident).toHaveBeenCalledWith({
      params: { id: 'PM-9', incidentId: '1' },
      body: { reason: 'The same outage' },
    });
  });

  it('can be merged into another, unless refused', async () => {
    const mergePostmortem = jest.fn(async () => aDraft({ id: 'PM-9' }));
    const server = createServer(aDraft(), {
      mergePostmortem,
      previewMerge: async ({ params }) => ({
        governingSeverity: 'SEV-2',
        startedAt: '2026-03-12T09:14:00Z',
        resolvedAt: '2026-03-12T11:28:00Z',
        complianceStatus: 'overdue',
        dueAt: '2026-03-13T11:28:00Z',
        entityRefs: [],
        gains: [],
        ...(params.id === 'PM-8' && {
          refusedBecause: 'PM-8 is published: reopen it first',
        }),
      }),
      listPostmortems: async () => ({
        items: [
          aDraft({ id: 'PM-8', title: 'Payments failed' }),
          aDraft({ id: 'PM-9', title: 'Checkout was down' }),
        ],
        pageInfo: {},
      }),
    });
    renderPostmortem(server.api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'More actions' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Merge into another' }),
    );
    const dialog = await screen.findByRole('dialog');
    const picker = within(dialog).getByRole('textbox', {
      name: 'Postmortem to keep',
    });
    const confirm = within(dialog).getByRole('button', { name: 'Merge' });
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Reason' }),
      'A duplicate',
    );
    await userEvent.click(picker);
    await userEvent.click(
      await screen.findByRole('option', { name: 'PM-8 Payments failed' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'PM-8 is published: reopen it first',
    );
    expect(confirm).toBeDisabled();

    await userEvent.clear(picker);
    await userEvent.click(picker);
    await userEvent.click(
      await screen.findByRole('option', { name: 'PM-9 Checkout was down' }),
    );
    expect(
      await within(dialog).findByRole('region', { name: 'PM-9 after merging' }),
    ).toHaveTextContent(/SEV-2.*Overdue/);
    await userEvent.click(confirm);
    await waitFor(() =>
      expect(mergePostmortem).toHaveBeenCalledWith({
        params: { id: server.current().id },
        body: { intoId: 'PM-9', reason: 'A duplicate' },
        ifMatch: server.current().revision,
      }),
    );
  });

  it('names the source in the history, and shows nothing without one', async () => {
    const server = createServer(aDraft(), {
      policy: {
        ...aPolicy(),
        incidentSources: [{ id: 'pagerduty', title: 'PagerDuty' }],
      },
      listHistory: async () => ({
        items: [
          historyEntrySchema.parse({
            id: '1',
            at: '2026-03-13T08:00:00Z',
            actorRef: 'incident-source:pagerduty',
            action: 'source-fact-differed',
            field: 'severityHistory',
            before: [{ severity: 'SEV-2', at: '2026-03-12T09:14:00Z' }],
            after: [{ severity: 'SEV-1', at: '2026-03-12T09:14:00Z' }],
          }),
        ],
        pageInfo: {},
      }),
    });
    renderPostmortem(server.api);
    const history = await screen.findByRole('region', { name: 'History' });
    const entry = await within(history).findByRole('listitem');
    await waitFor(() => expect(entry).toHaveTextContent(/^PagerDuty reported/));
    expect(entry).toHaveTextContent(/for "Severity".*SEV-2 → SEV-1/);
    expect(
      screen.queryByRole('region', { name: 'Incident' }),
    ).not.toBeInTheDocument();
  });
});
