import { TestDatabases } from '@backstage/backend-test-utils';
import {
  endpoints,
  postmortemSchema,
} from 'backstage-plugin-postmortems-common';
import type {
  Comment,
  Endpoint,
  EndpointName,
  Postmortem,
} from 'backstage-plugin-postmortems-common';
import { z } from 'zod';
import { aCreate } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import { OPERATIONS, lineOf } from '../__testUtils__/operations';
import { aSubject, asRole, startPortalWithRoles } from '../__testUtils__/roles';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Columns of a row that requests cannot set, in addition to the visible fields. */
const COLUMNS = [
  ...Object.keys(postmortemSchema.shape),
  'approverRef',
  'authorRef',
  'authorise',
  'closedAt',
  'created_by',
  'grantedAt',
  'incidentId',
  'isAdmin',
  'postmortem_id',
  'postmortemId',
  'resolvedBy',
  'reviewerRef',
  'status_reason',
  'ticket',
  'updatedBy',
  'user_ref',
];

/** The allowed fields of a body. */
function fieldsOf(body: z.ZodType): string[] {
  const schema = z.toJSONSchema(body, { io: 'input' }) as {
    properties: object;
  };
  return Object.keys(schema.properties);
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The objects in a schema, with the path of their first occurrence. */
function objectsIn(schema: JsonSchema, where = ''): [string, JsonSchema][] {
  const { properties, propertyNames, items, anyOf = [], oneOf = [] } = schema;
  const isObject = properties !== undefined || propertyNames !== undefined;
  const inside = (each: unknown, name: string) =>
    objectsIn(each as JsonSchema, name);
  return [
    ...(isObject ? [[where, schema] as [string, JsonSchema]] : []),
    ...Object.entries(properties ?? {}).flatMap(([name, each]) =>
      inside(each, where ? `${where}.${name}` : name),
    ),
    ...(items ? inside(items, `${where}[0]`) : []),
    ...[...anyOf, ...oneOf].flatMap(each => inside(each, where)),
  ];
}

/** Objects that silently drop unknown fields. */
function openObjects(schema: JsonSchema): string[] {
  return objectsIn(schema)
    .filter(
      ([, { additionalProperties, propertyNames }]) =>
        additionalProperties !== false && propertyNames === undefined,
    )
    .map(([where]) => where);
}

function objectsInside(schema: JsonSchema): string[] {
  return objectsIn(schema)
    .map(([where]) => where)
    .filter(where => where !== '');
}

const colour = 'red';
const LINK = { url: 'https://example.com', colour };
const CONTRIBUTOR = { userRef: 'user:default/bob', role: 'scribe', colour };
const SEVERITY_CHANGE = {
  severity: 'SEV-1',
  at: '2026-03-10T09:00:00Z',
  colour,
};
const ITEM = { title: 'x', kind: 'prevent', priority: 'P1', colour };
const EVENT = { occurredAt: '2026-03-10T09:10:00Z', text: 'x' };
const GRANT = { reason: 'x', approverRef: 'user:default/alice', colour };

/** Bodies with one unknown field in a nested object, and its path. */
const NESTED: [name: EndpointName, where: string, body: object][] = [
  ...(['createPostmortem', 'importPostmortem'] as const).flatMap(name =>
    Object.entries({
      severityHistory: [SEVERITY_CHANGE],
      contributors: [CONTRIBUTOR],
      links: [LINK],
    }).map(([field, value]): (typeof NESTED)[number] => [
      name,
      `${field}[0]`,
      aCreate({
        severity: 'SEV-1',
        [field]: value,
        ...(name === 'importPostmortem' && { importKey: 'x' }),
      }),
    ]),
  ),
  ...Object.entries({
    'timeline[0]': { timeline: [{ ...EVENT, colour }] },
    'timeline[0].link': { timeline: [{ ...EVENT, link: LINK }] },
    'contributingFactors[0]': { contributingFactors: [{ title: 'x', colour }] },
    'actionItems[0]': { actionItems: [ITEM] },
    waiver: { waiver: GRANT },
    extension: { extension: { ...GRANT, dueAt: '2027-01-01T00:00:00Z' } },
    sections: { sections: { colour } },
  }).map(([where, more]): (typeof NESTED)[number] => [
    'importPostmortem',
    where,
    { ...aCreate(), importKey: 'x', ...more },
  ]),
  ['updatePostmortem', 'contributors[0]', { contributors: [CONTRIBUTOR] }],
  ['updatePostmortem', 'links[0]', { links: [LINK] }],
  ['addTimelineEvent', 'link', { ...EVENT, link: LINK }],
  ['updateTimelineEvent', 'link', { link: LINK }],
  [
    'previewDeadline',
    'severityHistory[0]',
    { severity: 'SEV-1', severityHistory: [SEVERITY_CHANGE] },
  ],
  [
    'suggestOwners',
    'contributors[0]',
    { entityRefs: ['component:default/x'], contributors: [CONTRIBUTOR] },
  ],
  ['confirmImports', 'items[0]', { items: [{ id: 'PM-1', colour }] }],
  [
    'bulkUpdateActionItems',
    'items[0]',
    { items: [{ id: 'PM-1/A1', revision: 1, colour }], set: {} },
  ],
  [
    'bulkUpdateActionItems',
    'set',
    { items: [{ id: 'PM-1/A1', revision: 1 }], set: { colour } },
  ],
];

describe('What a request must not set or reach', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortalWithRoles({
      knex: await databases.init('SQLITE_3'),
    });
  });
  afterAll(() => portal.stop());

  async function ask(
    as: string,
    { method, path }: { method: string; path: string },
    request: {
      params?: object;
      query?: Record<string, string>;
      ifMatch?: number;
      body?: unknown;
    } = {},
  ) {
    const filled = Object.entries(request.params ?? {}).reduce(
      (address, [name, value]) => address.replace(`:${name}`, value),
      path,
    );
    const { Authorization } = portal.headers;
    const query = new URLSearchParams(request.query);
    const response = await fetch(`${portal.url}${filled}?${query}`, {
      method: method.toUpperCase(),
      headers: {
        'Content-Type': 'application/json',
        Authorization: Authorization.replace('alice', as),
        'If-Match': `"${request.ifMatch ?? 1}"`,
      },
      body:
        request.body === undefined ? undefined : JSON.stringify(request.body),
    });
    return { status: response.status, text: await response.text() };
  }

  const writing = OPERATIONS.filter(
    name => (endpoints[name] as Endpoint).body !== undefined,
  );

  it.each(writing)('%s rejects fields of other operations', async name => {
    const endpoint: Endpoint = endpoints[name];
    const id = await aSubject(portal, 'internal');
    const params = { id };
    const before = await portal.asService.getPostmortem({ params });
    const line = lineOf(name);
    const { body, ...input } = (
      typeof line.input === 'function' ? line.input(before) : line.input
    ) as { body: object };
    const own = fieldsOf(endpoint.body!);
    for (const field of COLUMNS.filter(each => !own.includes(each))) {
      const { status, text } = await ask('owner', endpoint, {
        ...input,
        body: { ...body, [field]: Object(before)[field] ?? 'x' },
      });
      expect([field, status]).toEqual([field, 400]);
      expect(JSON.parse(text).error.message).toMatch(
        new RegExp(`^${field} is not known here; use `),
      );
    }
    expect(await portal.asService.getPostmortem({ params })).toEqual(before);
  });

  it.each(writing)('%s declares every field of its body', name => {
    const schema = z.toJSONSchema((endpoints[name] as Endpoint).body!, {
      io: 'input',
    });
    expect(openObjects(schema)).toEqual([]);
  });

  it.each(NESTED)(
    '%s rejects unknown fields at %s',
    async (name, where, body) => {
      const id = await aSubject(portal, 'internal');
      const params = { id };
      const before = await portal.asService.getPostmortem({ params });
      const all = await portal.asService.listPostmortems({ query: {} });
      const { status, text } = await ask('admin', endpoints[name], {
        params: { ...params, itemId: before.timeline[0]?.id ?? '1' },
        ifMatch: before.revision,
        body,
      });
      expect(status).toBe(400);
      expect(JSON.parse(text).error.message).toContain(
        `${where}.colour is not known here`,
      );
      expect(await portal.asService.getPostmortem({ params })).toEqual(before);
      expect(
        (await portal.asService.listPostmortems({ query: {} })).totalItems,
      ).toBe(all.totalItems);
    },
  );

  it('every nested object is tested', () => {
    const inside = writing.flatMap(name =>
      objectsInside(
        z.toJSONSchema((endpoints[name] as Endpoint).body!, { io: 'input' }),
      ).map(where => `${name} ${where}`),
    );
    const tried = NESTED.map(([name, where]) => `${name} ${where}`);
    expect(tried.sort()).toEqual(inside.sort());
  });

  it.each(OPERATIONS)('%s may return more fields in later versions', name => {
    const { response } = endpoints[name] as Endpoint;
    const schema = response ? z.toJSONSchema(response, { io: 'input' }) : {};
    const closed = objectsIn(schema)
      .filter(([, { additionalProperties }]) => additionalProperties === false)
      .map(([where]) => where)
      // Policy objects in responses come from the configuration schemas, which are strict
      // themselves.
      .filter(where => !/(^|\.)(rule|rules\[0\]|holidays)(\.|$)/.test(where));
    expect(closed).toEqual([]);
  });

  it('hidden and missing resources have identical responses', async () => {
    const hidden = await aSubject(portal, 'restricted');
    const subject = await portal.asService.getPostmortem({
      params: { id: hidden },
    });
    const about = OPERATIONS.filter(
      name =>
        lineOf(name).about === 'one' &&
        endpoints[name].path.startsWith('/postmortems/:id'),
    );
    expect(about.length).toBeGreaterThan(35);
    for (const name of about) {
      const line = lineOf(name);
      if (line.about !== 'one') continue;
      const input = line.input(subject, undefined) as { params: object };
      const [there, nowhere] = await Promise.all(
        [hidden, 'PM-987654'].map(id =>
          ask('outsider', endpoints[name], {
            ...input,
            params: { ...input.params, incidentId: '1', id },
          }),
        ),
      );
      expect([name, there.status]).toEqual([name, 404]);
      expect(there.text).toBe(nowhere.text.replaceAll('PM-987654', hidden));
    }
  });

  it('ids in a body do not reveal what exists', async () => {
    const hidden = await aSubject(portal, 'restricted');
    const mine = { id: await aSubject(portal, 'internal') };
    const bodies: [
      name: EndpointName,
      body: (id: string) => object,
      params?: object,
    ][] = [
      ['previewMerge', id => ({ duplicateId: id }), mine],
      ['mergePostmortem', id => ({ intoId: id, reason: 'x' }), mine],
      [
        'bulkUpdateActionItems',
        id => ({
          items: [{ id: `${id}/A1`, revision: 1 }],
          set: { status: 'in-progress' },
        }),
      ],
      ['confirmImports', id => ({ items: [{ id }] })],
      [
        'suggestOwners',
        id => ({
          entityRefs: ['component:default/orphan'],
          postmortemId: id,
        }),
      ],
    ];
    for (const [name, body, params] of bodies) {
      const as = (role: string, id: string) =>
        ask(role, endpoints[name], { params, ifMatch: 2, body: body(id) });
      const there = await as('outsider', hidden);
      const nowhere = await as('outsider', 'PM-987654');
      expect(there.text).toBe(nowhere.text.replaceAll('PM-987654', hidden));
      expect(there.text).toContain('NotFoundError');
      // People connected to it get a different response.
      expect((await as('owner', hidden)).text).not.toContain('NotFoundError');
    }
  });

  it('parts of one postmortem are not accessible through another', async () => {
    const mine = await aSubject(portal, 'internal');
    const hidden = await aSubject(portal, 'restricted');
    const params = { id: hidden };
    const comment: Comment = await portal
      .as('owner')
      .addComment({ params, body: { markdown: 'x' } });
    const subject = await portal.asService.getPostmortem({ params });
    const reaching = OPERATIONS.filter(name =>
      endpoints[name].path.includes(':itemId'),
    );
    expect(reaching.length).toBeGreaterThan(7);
    for (const name of reaching) {
      const input = inputOf(name, subject, comment);
      const { status } = await ask('owner', endpoints[name], {
        ...input,
        params: { ...input.params, id: mine },
      });
      expect([name, status]).toEqual([name, 404]);
    }
    expect(await portal.asService.getPostmortem({ params })).toEqual(subject);
    expect(
      (await asRole(portal, 'owner').listComments({ params })).items,
    ).toEqual([comment]);
  });

  function inputOf(name: EndpointName, subject: Postmortem, made: unknown) {
    const line = lineOf(name);
    if (line.about !== 'one') throw new Error(`${name} is about no postmortem`);
    return line.input(subject, made) as { params: object; ifMatch?: number };
  }
});
