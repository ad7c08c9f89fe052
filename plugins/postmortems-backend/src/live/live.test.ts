import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { LIVE_TEXT } from 'backstage-plugin-postmortems-common';
import * as Y from 'yjs';
import {
  aCreate,
  complete,
  publish,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import { LiveClient } from './__testUtils__/LiveClient';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const LIVE = { postmortems: { liveEditing: { enabled: true } } };

describe.each(databases.eachSupportedId())('Live editing, %s', databaseId => {
  let portal: TestPortal;
  let knex: Knex;
  let params: { id: string; key: 'impact' };

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    portal = await startPortal({ knex, config: LIVE });
    const { id } = await portal.api.createPostmortem({ body: aCreate() });
    params = { id, key: 'impact' };
    await portal.api.putSection({
      params,
      body: { markdown: 'One\nTwo' },
      ifMatch: 0,
    });
  });
  afterEach(() => portal.stop());

  const join = async (user: string) => {
    const client = new LiveClient(portal.as(user), params);
    await client.open();
    return client;
  };
  const impact = async () =>
    (await portal.api.getPostmortem({ params })).sections.find(
      ({ key }) => key === 'impact',
    )!;
  const edits = async () =>
    (await portal.api.listHistory({ params })).items.filter(
      ({ field }) => field === 'impact',
    );
  /** Writes what is pending, without waiting for a pause. */
  const write = async () => {
    portal.clock.now = new Date(portal.clock.now.getTime() + 10_000);
    await portal.runTask('write-live-texts');
  };
  const within = async (milliseconds: number, check: () => Promise<void>) => {
    const end = Date.now() + milliseconds;
    for (;;) {
      try {
        await check();
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    }
  };

  it('starts from the text once, however many people start at the same time', async () => {
    const people = ['alice', 'bob', 'carol'];
    const clients = await Promise.all(people.map(join));
    for (const client of clients) {
      await client.open();
      await client.receive();
      expect(client.text).toBe('One\nTwo');
      expect(client.generation).toBe(clients[0].generation);
    }
  });

  it('shows everyone what anyone types, and merges it', async () => {
    const alice = await join('alice');
    const bob = await join('bob');
    alice.insert(0, 'Zero\n');
    bob.append('\nThree');
    await Promise.all([alice.send(), bob.send()]);
    await alice.receive();
    await bob.receive();
    expect(alice.text).toBe('Zero\nOne\nTwo\nThree');
    expect(bob.text).toBe(alice.text);
  });

  it('is followed by the text within a second, as those who typed it', async () => {
    const alice = await join('alice');
    const bob = await join('bob');
    await alice.typeAtEnd('\nBy Alice');
    await bob.receive();
    await bob.typeAtEnd('\nBy Bob');
    await within(1_000, async () =>
      expect(await impact()).toMatchObject({
        markdown: 'One\nTwo\nBy Alice\nBy Bob',
        updatedBy: 'user:default/bob',
      }),
    );
    expect(await edits()).toMatchObject([
      {
        action: 'section-changed',
        actorRef: 'user:default/bob',
        before: 'One\nTwo\nBy Alice',
        after: 'One\nTwo\nBy Alice\nBy Bob',
      },
      { actorRef: 'user:default/alice', after: 'One\nTwo\nBy Alice' },
    ]);
    const [{ authorship }] = await knex('postmortem_sections').where({
      section_key: 'impact',
    });
    expect(JSON.parse(authorship)).toEqual([
      ['user:default/alice', 'One\nTwo\nBy Alice'.length],
      ['user:default/bob', '\nBy Bob'.length],
    ]);
    const found = await portal.api.listPostmortems({
      query: { q: '"By Bob"' },
    });
    expect(found.totalItems).toBe(1);
  });

  it('is followed by the text while people type without a pause', async () => {
    const bob = await join('bob');
    const end = Date.now() + 4_000;
    while (Date.now() < end) {
      await bob.typeAtEnd('.');
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    expect((await impact()).markdown.length).toBeGreaterThan(
      'One\nTwo'.length + 10,
    );
  });

  it('is hidden from people who lose access', async () => {
    const { revision } = await portal.api.getPostmortem({ params });
    const outsider = new LiveClient(portal.as('dave'), params);
    await outsider.open();
    await portal.api.updatePostmortem({
      params,
      body: { visibility: 'restricted', commanderRef: 'user:default/alice' },
      ifMatch: revision,
    });
    const alice = await join('alice');
    await alice.typeAtEnd(' A secret');
    outsider.append('!');
    for (const call of [
      () => outsider.receive(),
      () => outsider.send(),
      () => outsider.open(),
    ]) {
      expect(await refusal(call())).toMatchObject({ status: 404 });
    }
    expect(outsider.text).not.toContain('secret');
  });

  it('is written before the backend stops', async () => {
    const bob = await join('bob');
    await bob.typeAtEnd(' Last words');
    await portal.stop();
    portal = await startPortal({ knex, config: LIVE });
    expect(await impact()).toMatchObject({ markdown: 'One\nTwo Last words' });
  });

  it('is written by the task if the instance was killed', async () => {
    const bob = await join('bob');
    await bob.typeAtEnd(' Last words');
    // Before the timer of this instance.
    await write();
    expect(await impact()).toMatchObject({
      markdown: 'One\nTwo Last words',
      updatedBy: 'user:default/bob',
    });
    expect(await knex('postmortem_live_documents')).toMatchObject([
      { pending_since: null, written_seq: 1 },
    ]);
  });

  it('counts a repeated update once', async () => {
    const bob = await join('bob');
    bob.append(' again');
    const first = await bob.send(true);
    expect(await bob.send()).toEqual(first);
    const alice = await join('alice');
    expect(alice.text).toBe('One\nTwo again');
  });

  it('merges a PUT, which is based on everything stored', async () => {
    const bob = await join('bob');
    await bob.typeAtEnd('\nThree');
    bob.insert(0, 'Zero\n');
    // Not based on what Bob typed.
    const put = await portal.api.putSection({
      params,
      body: { markdown: 'One!\nTwo', base: 'One\nTwo' },
      ifMatch: 1,
    });
    expect(put).toMatchObject({
      markdown: 'One!\nTwo\nThree',
      updatedBy: 'user:default/alice',
    });
    await bob.send();
    await bob.receive();
    expect(bob.text).toBe('Zero\nOne!\nTwo\nThree');
    await write();
    expect((await impact()).markdown).toBe(bob.text);
    expect((await edits()).map(({ actorRef }) => actorRef)).toEqual([
      'user:default/bob',
      'user:default/alice',
      'user:default/bob',
      'user:default/alice',
    ]);
  });

  it('merges what an instance without live editing writes in between', async () => {
    const bob = await join('bob');
    const older = await startPortal({ knex });
    await bob.typeAtEnd('\nThree');
    const markdown = 'One!\nTwo';
    await older.api.putSection({ params, body: { markdown }, ifMatch: 1 });
    await older.stop();
    await bob.receive();
    expect(bob.text).toBe('One!\nTwo\nThree');
    expect(await impact()).toMatchObject({
      markdown: bob.text,
      updatedBy: 'user:default/bob',
    });
  });

  it('shows readers a PUT although nobody types', async () => {
    const bob = await join('bob');
    await portal.api.putSection({
      params,
      body: { markdown: 'One and a half\nTwo' },
      ifMatch: 1,
    });
    await bob.receive();
    expect(bob.text).toBe('One and a half\nTwo');
    expect(await impact()).toMatchObject({ revision: 2 });
  });

  it('merges a restored text', async () => {
    const [{ id: entryId }] = await edits();
    const bob = await join('bob');
    await bob.typeAtEnd('\nThree');
    await write();
    await portal.api.restoreSection({
      params,
      body: { entryId, version: 'after' },
      ifMatch: 2,
    });
    bob.insert(0, 'Zero\n');
    await bob.send();
    await bob.receive();
    expect(bob.text).toBe('Zero\nOne\nTwo');
  });

  it('is part of what is published, and ends with it', async () => {
    const { id } = await portal.api.createPostmortem({ body: aCreate() });
    await complete(portal.api, { id });
    const bob = new LiveClient(portal.as('bob'), { id, key: 'impact' });
    await bob.open();
    await bob.typeAtEnd(' By Bob.');
    const { sections } = await publish(portal.api, { id });
    expect(sections.find(({ key }) => key === 'impact')?.markdown).toBe(
      'The impact. By Bob.',
    );
    bob.append(' Late');
    expect(await refusal(bob.send())).toMatchObject({
      status: 409,
      message: expect.stringContaining('Reopen it first'),
    });
    expect(await refusal(bob.open())).toMatchObject({ status: 409 });
    await bob.receive();
  });

  it('makes a draft count as edited at once', async () => {
    const { id } = await portal.asService.createPostmortem({ body: aCreate() });
    const bob = new LiveClient(portal.as('bob'), { id, key: 'summary' });
    await bob.open();
    const number = Number(id.slice('PM-'.length));
    const row = () => knex('postmortems').where({ id: number });
    // Like the draft of a source.
    await row().update({ edited: false });
    await bob.typeAtEnd('x');
    expect(Boolean((await row().first()).edited)).toBe(true);
  });

  it('starts again after a redaction, without the redacted text', async () => {
    const bob = await join('bob');
    await bob.typeAtEnd(' hunter2');
    await portal.api.redactPostmortem({
      params,
      body: { text: 'hunter2', reason: 'A password' },
    });
    expect(await knex('postmortem_live_documents')).toEqual([]);
    expect(await knex('postmortem_live_updates')).toEqual([]);
    bob.append('!');
    expect(await refusal(bob.send())).toMatchObject({
      status: 409,
      message: expect.stringContaining('which is none'),
    });
    const again = await join('bob');
    expect(again.generation).toBeGreaterThan(bob.generation);
    expect(again.text).toBe('One\nTwo [redacted]');
  });

  it('ends with the deletion, and starts anew after it is undone', async () => {
    const bob = await join('bob');
    await bob.typeAtEnd('\nThree');
    const { revision } = await portal.api.getPostmortem({ params });
    await portal.api.deletePostmortem({
      params,
      body: { reason: 'x' },
      ifMatch: revision,
    });
    expect(await knex('postmortem_live_documents')).toEqual([]);
    bob.append('!');
    expect(await refusal(bob.send())).toMatchObject({ status: 404 });
    await portal.api.restorePostmortem({ params, body: {} });
    expect(await refusal(bob.send())).toMatchObject({ status: 409 });
    expect((await join('bob')).text).toBe('One\nTwo\nThree');
  });

  it('starts again if removed text takes up too much space', async () => {
    const bob = await join('bob');
    const large = new Y.Doc();
    const text = large.getText(LIVE_TEXT);
    text.insert(0, 'Large');
    large.transact(() => {
      for (let n = 0; n < 30_000; n++) text.insert(0, 'x');
      text.delete(0, 30_000);
    });
    await knex('postmortem_live_documents').update({
      snapshot: Buffer.from(Y.encodeStateAsUpdate(large)),
    });
    const again = await join('bob');
    expect(again.generation).toBeGreaterThan(bob.generation);
    expect(again.text).toBe('One\nTwo');
  });

  it('refuses invalid updates', async () => {
    const bob = await join('bob');
    for (const update of [
      '%',
      'AQ==',
      Buffer.alloc(30, 255).toString('base64'),
    ]) {
      const { generation } = bob;
      expect(
        await refusal(
          portal.api.addLiveUpdate({ params, body: { generation, update } }),
        ),
      ).toMatchObject({
        status: 400,
        message: expect.stringMatching('update'),
      });
    }
    expect(await knex('postmortem_live_updates')).toEqual([]);
  });

  it('compacts updates, and reaches clients that are behind', async () => {
    const bob = await join('bob');
    const carol = await join('carol');
    for (let n = 0; n < 60; n++) await bob.typeAtEnd(`${n} `);
    await write();
    expect(await knex('postmortem_live_updates')).toEqual([]);
    await bob.typeAtEnd('end');
    expect(await knex('postmortem_live_updates')).toHaveLength(1);
    await carol.receive();
    expect(carol.text).toBe(bob.text);
    expect((await join('alice')).text).toBe(bob.text);
  });
});
