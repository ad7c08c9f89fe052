import { join } from 'node:path';
import {
  actionItemKindSchema,
  actionItemPrioritySchema,
  actionItemStatusSchema,
  isClosed,
  isUnderWay,
} from 'backstage-plugin-postmortems-common';
import { DateTime } from 'luxon';
import {
  demo,
  guest,
  highest,
  isFuture,
  moved,
  now,
} from './__testUtils__/content';
import type { DemoPostmortem } from './demoPostmortem';
import { readDemoContent } from './readDemoContent';

type Document = DemoPostmortem['postmortem'];
type Item = Document['actionItems'][number] & {
  entityRefs: string[];
  /** The due date under the default policy. */
  proposedDueAt?: string;
};

describe('the action items of the demo content', () => {
  let items: Item[];

  beforeAll(async () => {
    const content = await readDemoContent(join(demo, 'postmortems'));
    items = content.map(moved).flatMap(itemsOf);
  });

  it.each([
    ['status', actionItemStatusSchema.options],
    ['kind', actionItemKindSchema.options],
    ['priority', actionItemPrioritySchema.options],
  ] as const)('have every %s', (field, options) => {
    expect(new Set(items.map(item => item[field]))).toEqual(new Set(options));
  });

  it('have a past closing time if and only if they are done or declined', () => {
    expect(
      items.filter(
        ({ status, closedAt }) =>
          isClosed(status) !== (closedAt !== undefined) ||
          (closedAt !== undefined && isFuture(closedAt)),
      ),
    ).toEqual([]);
  });

  it('have an owner and a due date if they are committed', () => {
    expect(
      items.filter(
        ({ status, ownerRef, dueAt }) =>
          (isUnderWay(status) || status === 'done') && !(ownerRef && dueAt),
      ),
    ).toEqual([]);
  });

  it('have a reason if they are due later than the policy allows', () => {
    const late = items.filter(
      ({ dueAt, proposedDueAt }) =>
        proposedDueAt && Date.parse(dueAt!) > Date.parse(proposedDueAt),
    );
    expect(late.length).toBeGreaterThanOrEqual(5);
    expect(late.filter(({ dueReason }) => !dueReason)).toEqual([]);
  });

  it.each<[string, number, (item: Item) => unknown]>([
    ['overdue and a person has', 8, i => isOverdue(i) && isUser(i)],
    ['overdue and a group has', 4, i => isOverdue(i) && !isUser(i)],
    ['due within 7 days', 10, isDueSoon],
    [
      'proposed, without an owner',
      8,
      i => i.status === 'proposed' && !i.ownerRef,
    ],
    ['in progress', 8, i => i.status === 'in-progress'],
    ['closed after their due date', 8, i => i.closedAt! > i.dueAt!],
    ['overdue in the team of the guest', 5, i => isOverdue(i) && inTeam(i)],
    ['due soon in the team of the guest', 5, i => isDueSoon(i) && inTeam(i)],
    ['overdue and the guest has', 1, i => isOverdue(i) && i.ownerRef === guest],
    [
      'due soon and the guest has',
      2,
      i => isDueSoon(i) && i.ownerRef === guest,
    ],
  ])('has some that are %s', (_, atLeast, test) => {
    expect(items.filter(test).length).toBeGreaterThanOrEqual(atLeast);
  });
});

/** The action items of a document, with default due dates. */
function itemsOf(document: Document): Item[] {
  const days = { 'SEV-1': 15, 'SEV-2': 30 }[highest(document)];
  const due =
    days && document.resolvedAt
      ? DateTime.fromISO(document.resolvedAt, { zone: 'utc' })
          .plus({ days })
          .endOf('day')
          .toISO()!
      : undefined;
  return document.actionItems.map(item => {
    const proposedDueAt = item.priority < 'P2' ? due : undefined;
    return {
      ...item,
      entityRefs: document.entityRefs,
      proposedDueAt,
      dueAt:
        item.dueAt ?? (item.status === 'proposed' ? undefined : proposedDueAt),
    };
  });
}

function isOverdue({ status, dueAt }: Item): boolean {
  return isUnderWay(status) && !isFuture(dueAt!);
}

function isDueSoon({ status, dueAt }: Item): boolean {
  return (
    isUnderWay(status) &&
    isFuture(dueAt!) &&
    DateTime.fromISO(dueAt!) < now.plus({ days: 7 })
  );
}

function isUser({ ownerRef }: Item): boolean {
  return ownerRef!.startsWith('user:');
}

/** Whether the team `network` owns an affected entity. */
function inTeam({ entityRefs }: Item): boolean {
  return ['backbone', 'dns', 'public-resolver'].some(name =>
    entityRefs.includes(`component:default/${name}`),
  );
}
