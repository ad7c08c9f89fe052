import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { endpoints } from 'backstage-plugin-postmortems-common';
import type {
  Endpoint,
  EndpointName,
  Postmortem,
} from 'backstage-plugin-postmortems-common';
import ICAL from 'ical.js';
import { aCreate } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import { OPERATIONS, call, lineOf } from '../__testUtils__/operations';
import { aSubject, asRole, startPortalWithRoles } from '../__testUtils__/roles';
import { textFields, withText } from '../__testUtils__/textFields';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** The texts, by what they try to break. */
const corpora: Record<string, string[]> = JSON.parse(
  readFileSync(
    resolve(__dirname, '../../../../test/fixtures/hostile-texts.json'),
    'utf8',
  ),
);

/** Fields whose text is never returned, and why. */
const NOT_TOLD: Record<string, string> = {
  'importPostmortem importKey': 'only compared',
  'putSection base': 'only compared',
  'suggestOwners contributors.0.role': 'only compared',
  'mergeContributingFactors from': 'only compared',
  'mergeContributingFactors into': 'no factor has the title to rename',
  'previewDeadline severityHistory.0.reason': 'nothing is saved',
  'importPostmortem actionItems.0.dueReason': 'of the past, none is kept',
  'redactPostmortem text': 'must be there, and is not afterwards',
  'putTicket url': 'has a form that its tracker knows',
};

/** Siblings that a field needs for its text to be stored. */
const NEEDS: Record<string, object> = {
  severityReason: { severity: 'SEV-1' },
  'updatePostmortem reason': { outcome: 'false-alarm' },
  statusReason: { status: 'declined' },
  dueReason: {
    status: 'open',
    ownerRef: 'user:default/owner',
    dueAt: '2027-01-01T00:00:00Z',
  },
  comment: { verdict: 'request-changes' },
};

const FIELDS = OPERATIONS.flatMap(name => {
  const { body }: Endpoint = endpoints[name];
  return body ? textFields(body).map(field => ({ name, field })) : [];
}).map(({ name, field }) => ({
  name,
  field,
  title: `${name} ${field.path.join('.')}`,
}));

/** Parents of fields that the usual body does not have. */
const AROUND: Partial<Record<EndpointName, object>> = {
  importPostmortem: {
    timeline: [{ occurredAt: '2026-03-10T10:00:00Z', text: 'x' }],
  },
};

/** All texts, split to fit a field, with harmless text at both ends. */
function pieces(max: number): string[] {
  const all: string[] = [];
  for (const text of Object.values(corpora).flat()) {
    const latest = all.length > 0 ? `${all[all.length - 1]} ${text}|` : '';
    if (latest && latest.length <= max) all[all.length - 1] = latest;
    else if (text.length + 2 <= max) all.push(`|${text}|`);
  }
  return all;
}

/** All strings in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsIn)
    : [];
}

describe.each(databases.eachSupportedId())('Hostile text, %s', databaseId => {
  let portal: TestPortal;
  let untouched: Postmortem;
  beforeAll(async () => {
    portal = await startPortalWithRoles({
      knex: await databases.init(databaseId),
    });
    const id = await aSubject(portal, 'internal');
    untouched = await portal.asService.getPostmortem({ params: { id } });
  });
  afterAll(() => portal.stop());

  /** Sends a text in a field of an operation, and collects every response that could contain it. */
  async function write(
    { name, field, title }: (typeof FIELDS)[number],
    text: string,
  ): Promise<string[]> {
    const line = lineOf(name);
    const role =
      line.only && !line.only.includes('owner') ? 'auditor' : 'owner';
    const about = await portal.asService.getPostmortem({
      params: { id: await aSubject(portal, 'internal') },
    });
    const made =
      line.about === 'one' &&
      (await line.first?.(asRole(portal, 'owner'), about, portal));
    const input = (
      typeof line.input === 'function' ? line.input(about, made) : line.input
    ) as { body: object };
    const last = field.path[field.path.length - 1];
    const needs = NEEDS[title] ?? NEEDS[last];
    const needed = field.path.length === 1 ? needs : {};
    const beside = { ...field.beside, ...needs };
    const body = withText(
      { ...input.body, ...AROUND[name], ...needed },
      { ...field, beside },
      text,
    );
    const answer = await call(asRole(portal, role), name, { ...input, body });
    // The successor reports on a deleted postmortem.
    const { successorId } = Object(answer) as { successorId?: string };
    const params = { id: successorId ?? idOf(answer) ?? about.id };
    const { asService } = portal;
    return textsIn([
      answer,
      await asService.getPostmortem({ params }),
      await asService.listHistory({ params, query: { limit: 100 } }),
      await asService.listComments({ params }),
    ]);
  }

  const told = FIELDS.filter(({ title }) => !(title in NOT_TOLD));

  it.each(told)('$title: is returned as sent', async subject => {
    for (const piece of pieces(subject.field.max)) {
      expect(await write(subject, piece)).toContain(piece);
    }
  });

  it('can be searched like any other', async () => {
    const { api } = portal;
    for (const text of [...Object.values(corpora).flat(), '%', '_', '\\']) {
      const query = { q: text, limit: 1 };
      await api.listPostmortems({ query });
      await api.listActionItems({ query });
      await api.getCompliance({ query: { q: text } });
      await api.summarizeActionItems({ query: { q: text } });
      for (const filter of [
        { label: [text] },
        { entityRef: [`a:b/${text}`] },
      ]) {
        await api.listPostmortems({ query: filter }).then(
          page => expect(page.items).toEqual([]),
          error => expect(error.statusCode).toBe(400),
        );
      }
    }
  });

  it('stays text in a calendar entry', async () => {
    for (const text of Object.values(corpora).flat()) {
      const { id, revision } = await portal.api.createPostmortem({
        body: aCreate({ title: `|${text}|`.slice(0, 200) }),
      });
      const params = { id };
      await portal.api.putMeeting({
        params,
        body: { scheduledFor: '2026-03-20T09:00:00Z' },
        ifMatch: revision,
      });
      const { title } = await portal.api.getPostmortem({ params });
      const calendar = new ICAL.Component(
        ICAL.parse(await portal.api.getMeetingCalendar({ params })),
      );
      const events = calendar.getAllSubcomponents('vevent');
      expect(events).toHaveLength(1);
      expect(new ICAL.Event(events[0]).summary).toContain(title);
      expect(events[0].getAllProperties('attendee')).toEqual([]);
    }
  });

  it('has changed nothing else', async () => {
    const { id } = untouched;
    expect(await portal.asService.getPostmortem({ params: { id } })).toEqual(
      untouched,
    );
  });
});

/** The id of a postmortem created by an operation. */
function idOf(answer: unknown): string | undefined {
  const { id } = Object(answer) as { id?: string };
  return id?.match(/^PM-\d+$/)?.[0];
}

it('is sent to every text field', () => {
  expect(FIELDS.length).toBeGreaterThan(50);
  expect(FIELDS.map(({ title }) => title)).toEqual(
    expect.arrayContaining(Object.keys(NOT_TOLD)),
  );
});
