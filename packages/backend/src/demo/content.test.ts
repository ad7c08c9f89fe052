import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { publicationRequirements } from 'backstage-plugin-postmortems-common';
import type { SectionKey } from 'backstage-plugin-postmortems-common';
import { parse, parseAllDocuments } from 'yaml';
import { demo, guest, highest, isFuture, moved } from './__testUtils__/content';
import type { DemoPostmortem } from './demoPostmortem';
import { readDemoContent } from './readDemoContent';

const catalog = readCatalog(join(demo, 'catalog'));

describe('the demo content', () => {
  let content: DemoPostmortem[];
  let documents: DemoPostmortem['postmortem'][];

  beforeAll(async () => {
    content = await readDemoContent(join(demo, 'postmortems'));
    documents = content.map(({ postmortem }) => postmortem);
  });

  /** Problems in documents, as `importKey: problem`; tests expect none. */
  function problems(
    find: (document: DemoPostmortem['postmortem']) => unknown[],
  ): string[] {
    return documents.flatMap(document =>
      find(document).map(what => `${document.importKey}: ${what}`),
    );
  }

  it('has enough postmortems, each under its own import key', () => {
    expect(documents.length).toBeGreaterThanOrEqual(24);
    expect(new Set(documents.map(d => d.importKey)).size).toBe(
      documents.length,
    );
  });

  it('refers to entities and users of the demo catalog', () => {
    expect(
      problems(d =>
        [
          ...d.entityRefs,
          d.ownerRef,
          d.commanderRef,
          d.waiver?.approverRef,
          d.extension?.approverRef,
          ...d.contributors.map(c => c.userRef),
          ...d.actionItems.map(item => item.ownerRef),
        ].filter(ref => ref !== undefined && !catalog.has(ref)),
      ),
    ).toEqual([]);
    expect(
      problems(d =>
        [d.ownerRef, d.commanderRef, ...d.contributors.map(c => c.userRef)]
          .filter(ref => ref !== undefined)
          .filter(ref => !ref.startsWith('user:default/')),
      ),
    ).toEqual([]);
  });

  it('is mostly confirmed, by someone who owns none of it', () => {
    const { demo: config } = parse(
      readFileSync(join(demo, '../../../app-config.yaml'), 'utf8'),
    );
    const { confirmedBy } = config.postmortems;
    expect(catalog.has(confirmedBy)).toBe(true);
    expect(
      problems(d => (d.ownerRef === confirmedBy ? [confirmedBy] : [])),
    ).toEqual([]);
    expect(content.filter(({ confirmed }) => confirmed === false)).toHaveLength(
      2,
    );
  });

  it('affects entities that are owned by a team', () => {
    const owner = (ref: string) =>
      catalog.get(`group:default/${catalog.get(ref)?.spec?.owner}`)?.spec?.type;
    expect(
      problems(d => d.entityRefs.filter(ref => owner(ref) !== 'team')),
    ).toEqual([]);
  });

  it('has times in chronological order', () => {
    expect(
      problems(d =>
        outOfOrder([
          d.startedAt,
          d.detectedAt,
          d.mitigatedAt,
          d.resolvedAt,
          d.publishedAt,
        ]),
      ),
    ).toEqual([]);
    expect(
      problems(d => outOfOrder(d.timeline.map(event => event.occurredAt))),
    ).toEqual([]);
    expect(
      problems(d =>
        outOfOrder([
          d.startedAt,
          ...(d.severityHistory ?? []).map(change => change.at),
          d.resolvedAt,
        ]),
      ),
    ).toEqual([]);
    expect(
      problems(d => outOfOrder([d.startedAt, d.ownerAcknowledgedAt])),
    ).toEqual([]);
  });

  it('shifts only due dates and ends of exceptions into the future', () => {
    for (const d of content.map(moved)) {
      const times = [
        d.resolvedAt ?? d.startedAt,
        d.ownerAcknowledgedAt ?? d.startedAt,
        ...d.timeline.map(event => event.occurredAt),
        ...(d.severityHistory ?? []).map(change => change.at),
      ];
      expect([d.importKey, ...times.filter(isFuture)]).toEqual([d.importKey]);
      for (const end of [d.waiver?.expiresAt, d.extension?.dueAt]) {
        expect(end === undefined || isFuture(end)).toBe(true);
      }
    }
  });

  it('ends each severity history with the current severity', () => {
    expect(
      problems(d =>
        d.severityHistory?.at(-1)?.severity === d.severity ? [] : [d.severity],
      ),
    ).toEqual([]);
  });

  it('meets all publication requirements if published', () => {
    expect(
      problems(d =>
        (d.status === 'published') === (d.publishedAt !== undefined)
          ? []
          : [d.status],
      ),
    ).toEqual([]);
    expect(
      problems(d =>
        d.status === 'published'
          ? publicationRequirements({
              ...d,
              sections: Object.entries(d.sections).map(([key, markdown]) => ({
                key: key as SectionKey,
                markdown,
              })),
              actionItemsRequired: highest(d) <= 'SEV-2',
              // Owner and approvals are not part of the import.
              complianceStatus: 'not-required',
              ownerEngaged: false,
              review: {
                approvals: 0,
                approvalsRequired: 0,
                changesRequested: 0,
              },
            })
              .filter(({ met }) => !met)
              .map(({ key }) => `no ${key}`)
          : [],
      ),
    ).toEqual([]);
  });

  it('names a public source in its links and in its summary', () => {
    expect(
      problems(d => (d.links.some(link => link.title) ? [] : ['no link'])),
    ).toEqual([]);
    expect(
      problems(d =>
        /\bretold\b.*\bfrom\b/i.test(d.sections.summary ?? '')
          ? []
          : ['no source'],
      ),
    ).toEqual([]);
  });

  it('mentions no absolute times in documents with shifted dates', () => {
    const absolute =
      /\b\d\d:\d\d\b|\bUTC\b|\b(January|February|March|April|June|July|August|September|October|November|December)\b/;
    expect(
      content
        .filter(({ shift }) => shift)
        .flatMap(({ postmortem: d }) =>
          [
            ...Object.values(d.sections).flatMap(text => text.split('\n')),
            ...d.timeline.map(event => event.text),
            ...d.contributingFactors.map(factor => factor.description ?? ''),
            ...d.actionItems.flatMap(item => [
              item.title,
              item.description,
              item.statusReason ?? '',
              item.dueReason ?? '',
            ]),
          ]
            // The source line contains the date of the real report.
            .filter(line => !/retold/i.test(line) && absolute.test(line))
            .map(line => `${d.importKey}: ${line}`),
        ),
    ).toEqual([]);
  });

  it.each<[string, number, (each: DemoPostmortem) => unknown]>([
    ['published in the past', 20, c => !c.shift && c.postmortem.publishedAt],
    ['still going on', 2, c => !c.postmortem.resolvedAt],
    [
      'of no severity that the policy names',
      3,
      c => highest(c.postmortem) > 'SEV-2',
    ],
    ['resolved today', 2, c => resolvedAgo(c)?.startsWith('PT')],
    [
      'at SEV-1 and due at the end of the day',
      2,
      c => highest(c.postmortem) === 'SEV-1' && resolvedAgo(c) === 'P3D',
    ],
    [
      'at SEV-1 and overdue',
      2,
      c =>
        highest(c.postmortem) === 'SEV-1' &&
        ['P8D', 'P16D'].includes(resolvedAgo(c) ?? ''),
    ],
    [
      'at SEV-2 and overdue',
      1,
      c => highest(c.postmortem) === 'SEV-2' && resolvedAgo(c) === 'P13D',
    ],
    ['waived for good', 1, c => c.postmortem.waiver && !expiry(c)],
    ['waived for a time', 1, expiry],
    ['extended', 1, c => c.postmortem.extension],
    ['false alarms', 1, c => c.postmortem.outcome === 'false-alarm'],
    ['without an owner', 2, c => !c.postmortem.ownerRef],
    ['owned by the guest', 1, c => c.postmortem.ownerRef === guest],
    [
      'published with the decision that no urgent action item is needed',
      2,
      c => c.postmortem.publishedAt && c.postmortem.noActionItemsReason,
    ],
    ['drafts', 5, c => c.postmortem.status === 'draft'],
    ['in review', 2, c => c.postmortem.status === 'in-review'],
    [
      'with a lowered severity',
      3,
      c => c.postmortem.severity > highest(c.postmortem),
    ],
  ])('has some that are %s', (_, atLeast, test) => {
    expect(content.filter(test).length).toBeGreaterThanOrEqual(atLeast);
  });
});

function readCatalog(directory: string): Map<string, Entity> {
  const entities = readdirSync(directory).flatMap(name =>
    parseAllDocuments(readFileSync(join(directory, name), 'utf8')).map(
      document => document.toJS() as Entity,
    ),
  );
  return new Map(entities.map(entity => [stringifyEntityRef(entity), entity]));
}

/** Times that are earlier than one before them, ignoring missing ones. */
function outOfOrder(times: (string | undefined)[]): string[] {
  const given = times.filter(time => time !== undefined);
  return given.filter(
    (time, index) =>
      index > 0 && Date.parse(time) < Date.parse(given[index - 1]),
  );
}

function resolvedAgo({ shift }: DemoPostmortem): string | undefined {
  return shift && 'resolvedAgo' in shift ? shift.resolvedAgo : undefined;
}

function expiry({ postmortem }: DemoPostmortem): string | undefined {
  return postmortem.waiver?.expiresAt;
}
