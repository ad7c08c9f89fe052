import { mockServices } from '@backstage/backend-test-utils';
import { TOLD_ABOUTS } from './message';
import type { Message, ToldAbout } from './message';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { readPolicyConfig } from '../policy/readPolicyConfig';
import { openTriggers } from './reminder/reminderSchedule';
import { readRemindersConfig } from './reminder/readRemindersConfig';
import { workCalendarOf } from './reminder/workCalendar';
import type { Recipient } from './reminder/recipients';
import type { RemindedActionItem } from './reminder/ReminderTrigger';
import type { MessageFacts } from './messageFacts';
import { disclosureOf } from './disclosure';
import type { Disclosure } from './disclosure';
import { digest } from './digestText';
import { direct, isDirect } from './messageTexts';

const NOW = new Date('2026-04-01T12:00:00.000Z');
const ME = 'user:default/me';
const OTHER = 'user:default/other';
const TEAM = 'group:default/checkout';
const OTHER_TEAM = 'group:default/other';

/** Only for recipients who may know the title. */
const SECRETS = ['Keys leaked', 'Rotate them', 'Because of them', 'Otto Other'];

const config = mockServices.rootConfig();
const policy = readPolicyConfig(config);
const rules = readRemindersConfig(config, policy.severities);

const postmortem = {
  number: 42,
  title: 'Keys leaked',
  governingSeverity: 'SEV-1',
  required: true,
  status: 'draft',
  startedAt: '2026-03-01T09:00:00.000Z',
  resolvedAt: '2026-03-01T10:00:00.000Z',
  createdAt: '2026-03-01T10:00:00.000Z',
  deadline: { dueAt: '2026-03-04T23:59:59.999Z' },
  ownerRef: OTHER,
  contributors: [],
  reviewerRefs: [],
  teamRefs: [TEAM],
  entityRefs: [],
  visibility: 'internal',
} as unknown as PostmortemRecord;

const item = {
  number: 3,
  title: 'Rotate them',
  status: 'open',
  ownerRef: OTHER,
  dueAt: '2026-03-10T12:00:00.000Z',
  createdAt: '2026-03-01T10:00:00.000Z',
  teamRefs: [TEAM],
} as unknown as RemindedActionItem;

const meeting = {
  scheduledFor: '2026-04-02T09:00:00.000Z',
  durationMinutes: 60,
  attendeeRefs: [ME],
};
const plan = {
  scheduledFor: meeting.scheduledFor,
  durationMinutes: meeting.durationMinutes,
};
const granted = {
  approverRef: OTHER,
  reason: 'Because of them',
  grantedAt: '2026-03-05T12:00:00.000Z',
};

/** Differences from the facts above, for a recipient without groups. */
interface Situation {
  postmortem?: Partial<PostmortemRecord>;
  lastNewsAt?: string;
  item?: Partial<RemindedActionItem>;
  watchers?: string[];
  groups?: Partial<Recipient>;
}

/** A recipient of one kind of message. */
interface Case extends Situation {
  /** The reminder stage, or further message fields. */
  message?: Partial<Message> | { stage: string };
  /** Whether the plugin lets them see the postmortem even if it is restricted. */
  concerned: boolean;
  /** Facts under which they are no longer connected. */
  removed: Situation;
}

const IN_TEAM: Partial<Recipient> = { memberOf: [TEAM], toldFor: [TEAM] };
/** The team has no members, so its parent group is responsible. */
const FOR_TEAM: Partial<Recipient> = { toldFor: [TEAM] };
const NO_GROUPS = { groups: {} };

const asOwner: Case = {
  postmortem: { ownerRef: ME },
  concerned: true,
  removed: { postmortem: { ownerRef: OTHER } },
};
const asTeam: Case = { groups: IN_TEAM, concerned: true, removed: NO_GROUPS };
const asTeamAbove: Case = {
  groups: FOR_TEAM,
  concerned: false,
  removed: NO_GROUPS,
};

/** The same recipients under further conditions. */
function each(
  cases: Record<string, Case>,
  more: Situation & Pick<Case, 'message'>,
): Record<string, Case> {
  return Object.fromEntries(
    Object.entries(cases).map(([name, given]) => [
      name,
      {
        ...given,
        ...more,
        postmortem: { ...more.postmortem, ...given.postmortem },
        item: { ...more.item, ...given.item },
        removed: {
          ...more,
          ...given.removed,
          postmortem: { ...more.postmortem, ...given.removed.postmortem },
          item: { ...more.item, ...given.removed.item },
        },
      },
    ]),
  );
}

const team = { 'the team': asTeam, 'the team above': asTeamAbove };
const ownerAndTeam = { 'the owner': asOwner, ...team };
const commander: Case = {
  postmortem: { commanderRef: ME },
  concerned: true,
  removed: { postmortem: { commanderRef: OTHER } },
};
const named = { 'the commander': commander, ...team };

const unresolved: Situation = {
  postmortem: { resolvedAt: undefined, deadline: undefined },
  lastNewsAt: '2026-03-25T12:00:00.000Z',
};

/** Every kind of message with all its recipients. */
const CASES: Record<ToldAbout, Record<string, Case>> = {
  'owner-assigned': { 'the owner': asOwner },
  'owner-handed-over': each(named, { postmortem: { ownerRef: undefined } }),
  'owner-left': each(named, { postmortem: { ownerRef: undefined } }),
  unacknowledged: {
    ...each(
      { 'the commander': commander },
      {
        postmortem: { ownerPendingSince: '2026-03-20T12:00:00.000Z' },
        message: { stage: 'commander' },
      },
    ),
    ...each(team, {
      postmortem: { ownerPendingSince: '2026-03-20T12:00:00.000Z' },
      message: { stage: 'team' },
    }),
  },
  'no-owner': each(team, {
    postmortem: {
      ownerRef: undefined,
      ownerPendingSince: '2026-03-20T12:00:00.000Z',
    },
    message: { stage: 'team' },
  }),
  'still-ongoing': {
    ...each(
      { 'the commander': commander, 'the owner': asOwner },
      { ...unresolved, message: { stage: 'incident-lead' } },
    ),
    ...each(team, { ...unresolved, message: { stage: 'team' } }),
  },
  'review-requested': each(
    {
      'a reviewer': {
        postmortem: { reviewerRefs: [ME] },
        concerned: true,
        removed: { postmortem: { reviewerRefs: [OTHER] } },
      },
      'a reviewing team': {
        postmortem: { reviewerRefs: [OTHER_TEAM] },
        groups: { memberOf: [OTHER_TEAM], toldFor: [OTHER_TEAM] },
        concerned: true,
        removed: NO_GROUPS,
      },
    },
    { postmortem: { status: 'in-review' } },
  ),
  'changes-requested': { 'the owner': asOwner },
  published: each(
    {
      ...team,
      'a watcher': {
        watchers: [ME],
        concerned: false,
        removed: { watchers: [] },
      },
    },
    { postmortem: { status: 'published' } },
  ),
  'meeting-planned': meetingCases(),
  'meeting-changed': meetingCases(),
  'meeting-cancelled': {
    'the owner': { ...asOwner, message: { details: { meeting: plan } } },
    'an attendee': {
      concerned: false,
      message: { details: { meeting: plan, invited: true } },
      // They are invited again.
      removed: { postmortem: { meeting } },
    },
  },
  'waiver-granted': exceptionCases({ waiver: granted }),
  'waiver-withdrawn': exceptionCases({ waiver: undefined }),
  'waiver-expired': exceptionCases({
    waiver: { ...granted, expiresAt: '2026-03-30T12:00:00.000Z' },
  }),
  'extension-granted': exceptionCases({
    extension: { ...granted, dueAt: '2026-04-05T12:00:00.000Z' },
  }),
  'extension-withdrawn': exceptionCases({ extension: undefined }),
  'action-item-returned': each(team, {
    item: { ownerRef: undefined },
    message: { actionItem: 3 },
  }),
  deadline: {
    ...each({ 'the owner': asOwner }, { message: { stage: '0h:owner' } }),
    ...each(team, { message: { stage: '24h:team' } }),
    'the parent': {
      groups: { aboveOf: [TEAM] },
      message: { stage: '72h:parent' },
      concerned: false,
      removed: NO_GROUPS,
    },
  },
  'action-item': {
    'its owner': {
      item: { ownerRef: ME },
      message: { stage: '0h:owner' },
      concerned: false,
      removed: { item: { ownerRef: OTHER } },
    },
    ...each(team, { message: { stage: '72h:team' } }),
    'the parent': {
      groups: { aboveOf: [TEAM] },
      message: { stage: '168h:parent' },
      concerned: false,
      removed: NO_GROUPS,
    },
  },
  snoozed: {
    ...ownerAndTeam,
    'the parent': {
      groups: { aboveOf: [TEAM] },
      concerned: false,
      removed: NO_GROUPS,
    },
    "an action item's owner": {
      item: { ownerRef: ME },
      message: { actionItem: 3 },
      concerned: false,
      removed: { item: { ownerRef: OTHER } },
    },
  },
};

function meetingCases(): Record<string, Case> {
  const withoutMe = { ...meeting, attendeeRefs: [OTHER] };
  return each(
    {
      'the owner': {
        postmortem: { ownerRef: ME, meeting: withoutMe },
        concerned: true,
        removed: { postmortem: { ownerRef: OTHER, meeting: withoutMe } },
      },
      'an attendee': {
        postmortem: { meeting },
        concerned: false,
        removed: { postmortem: { meeting: withoutMe } },
      },
    },
    { message: { details: { meeting: plan } } },
  );
}

function exceptionCases(
  exception: Partial<PostmortemRecord>,
): Record<string, Case> {
  const { grantedAt } = granted;
  return each(ownerAndTeam, {
    postmortem: exception,
    message: { details: { grantedAt } },
  });
}

function factsOf(
  given: Situation,
  visibility: PostmortemRecord['visibility'],
): MessageFacts {
  const record = { ...postmortem, ...given.postmortem, visibility };
  return {
    postmortem: record,
    actionItems: [{ ...item, ...given.item }],
    calendar: workCalendarOf(record, policy),
    watcherRefs: given.watchers ?? [],
    lastNewsAt: given.lastNewsAt,
  };
}

function recipientOf({ groups }: Situation): Recipient {
  return { ref: ME, memberOf: [], toldFor: [], aboveOf: [], ...groups };
}

function messageOf(about: ToldAbout, given: Case): Message {
  const { message = {} } = given;
  const stage = 'stage' in message ? message.stage : undefined;
  const trigger =
    stage === undefined
      ? undefined
      : openTriggers(factsOf(given, 'internal'), rules, NOW).find(
          each_ => each_.about === about && each_.reason.endsWith(stage),
        );
  if (stage !== undefined && !trigger) {
    throw new Error(`There is no reminder ${about} ${stage}`);
  }
  return {
    rowId: 1,
    reason: `PM-42:${about}:1`,
    recipientRef: ME,
    kind: 'direct',
    about,
    postmortem: 42,
    state: 'waiting',
    sendAt: NOW,
    createdAt: NOW,
    attempts: 0,
    ...(trigger && {
      reason: trigger.reason,
      actionItem: trigger.actionItem,
    }),
    ...('stage' in message ? {} : message),
    details: {
      actorRef: OTHER,
      reason: 'Because of them',
      ...('details' in message ? message.details : {}),
    },
  };
}

/** The full text of a message. */
function textOf(
  message: Message,
  facts: MessageFacts,
  disclosure: Exclude<Disclosure, 'nothing'>,
): string {
  const told = { message, facts, disclosure };
  const { title, description } = isDirect(message.about)
    ? direct(told, () => 'Otto Other', NOW)
    : digest({ ...message, about: 'digest' }, [told], NOW);
  return `${title}\n${description ?? ''}`;
}

it('covers every kind of message', () => {
  expect(Object.keys(CASES).sort()).toEqual([...TOLD_ABOUTS].sort());
});

const MATRIX = Object.entries(CASES).flatMap(([about, cases]) =>
  Object.entries(cases).map(
    ([who, given]) => [about as ToldAbout, who, given] as const,
  ),
);

describe.each(MATRIX)('%s, to %s', (about, _who, given) => {
  const message = messageOf(about, given);
  const say = (
    situation: Situation,
    visibility: PostmortemRecord['visibility'] = 'internal',
    permissionsEnabled = true,
  ) =>
    disclosureOf(
      message,
      factsOf(situation, visibility),
      recipientOf(situation),
      { rules, permissionsEnabled, now: NOW },
    );

  it('is sent while they are connected, with no more than they may know', () => {
    const disclosure = say(given);
    expect(disclosure).toBe(given.concerned ? 'title' : 'id');
    expect(say(given, 'internal', false)).toBe('title');

    const facts = factsOf(given, 'internal');
    expect(textOf(message, facts, 'title')).toMatch(/Keys leaked|Rotate them/);
    const cautious = textOf(message, facts, 'id');
    expect(cautious).toContain('PM-42');
    for (const secret of SECRETS) expect(cautious).not.toContain(secret);
  });

  it('is not sent once they are no longer connected', () => {
    expect(say({ ...given, ...given.removed })).toBe('nothing');
  });

  it('is not sent after they lost access', () => {
    const expected = given.concerned ? 'title' : 'nothing';
    expect(say(given, 'restricted')).toBe(expected);
    expect(say(given, 'restricted', false)).toBe(expected);
  });

  it('is not sent after a deletion', () => {
    expect(
      disclosureOf(message, undefined, recipientOf(given), {
        rules,
        permissionsEnabled: false,
        now: NOW,
      }),
    ).toBe('nothing');
  });
});
