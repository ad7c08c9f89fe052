import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { Policy, Rule } from 'backstage-plugin-postmortems-common';
import { PolicyBook } from '../../policy/PolicyBook';
import { SeverityScale } from '../../policy/SeverityScale';
import { Miniature } from './miniature';
import type { Kept } from './miniature';
import {
  LATER,
  ZONES,
  isApproved,
  isIndependent,
  newOpinion,
  noteWriting,
} from './secondOpinion';
import type { Opinion, Policies } from './secondOpinion';

const HOUR = 3_600_000;

export const PEOPLE = ['ann', 'ben', 'cyn', 'dan', 'eve'];

/** An attempted action. Numbers select among what exists. */
export interface Step {
  kind: StepKind;
  who: string;
  target: number;
  pick: number;
  hours: number;
}

/** The configuration of a run. */
export interface Setting {
  policies: Policies;
  approvals: number;
  independence: 'not-owner' | 'not-author';
}

/** The miniature, with the expected state of each postmortem. */
export interface Play extends Setting {
  mini: Miniature;
  opinions: Map<number, Opinion>;
  /** Expected states of merged postmortems, and of the remaining ones before. */
  merged: { gone: Opinion; before: Opinion }[];
  words: number;
}

/** The effect of a step, for checking it against the law. */
export interface Operation {
  number?: number;
  /** The successor with the obligation. */
  successor?: number;
  isApproved?: boolean;
  isIndependent?: boolean;
  /** Whether a changed fact was first entered recently. */
  isFresh?: boolean;
  /** Whether it records a meeting soon after it was held. */
  isMeeting?: boolean;
}

export function startPlay(setting: Setting): Play {
  const book = new PolicyBook(
    new SeverityScale([{ id: 'SEV-1' }, { id: 'SEV-2' }, { id: 'SEV-3' }]),
    setting.policies.map(policy => ({ policy, actionItems: [] })),
    setting.approvals,
    setting.independence,
  );
  return {
    ...setting,
    mini: new Miniature(book),
    opinions: new Map(),
    merged: [],
    words: 0,
  };
}

interface Scene {
  play: Play;
  mini: Miniature;
  step: Step;
  kept: Kept;
  opinion: Opinion;
  now: number;
  severity: string;
  rank: number;
  /** A time some hours ago. */
  then: string;
  other?: { kept: Kept; opinion: Opinion };
}

const DATED = ['startedAt', 'resolvedAt', 'meetingHeldAt'] as const;

/** Changes a time as a person. */
function redate(
  { mini, kept, opinion, step, now }: Scene,
  fact: (typeof DATED)[number],
  time: string | undefined,
): Operation {
  const before = opinion[fact];
  const enteredAt = opinion.entered[fact];
  mini.change(kept, step.who, { [fact]: time });
  const at = time === undefined ? undefined : Date.parse(time);
  Object.assign(opinion, { [fact]: at });
  if (at !== before) {
    if (fact !== 'meetingHeldAt') opinion.content += 1;
    noteWriting(opinion, step.who);
  }
  if (at !== undefined) opinion.entered[fact] ??= now;
  const isFirst = before === undefined;
  return {
    isMeeting:
      fact === 'meetingHeldAt' &&
      isFirst &&
      at !== undefined &&
      now - at <= 24 * HOUR,
    isFresh:
      (fact !== 'meetingHeldAt' && isFirst) || now - enteredAt <= 24 * HOUR,
  };
}

/** Facts are content. */
function corrected(opinion: Opinion, who: string): void {
  opinion.content += 1;
  noteWriting(opinion, who);
}

const operations = {
  create: ({ mini, play, step, now, severity, rank, then }) => {
    const resolvedAt =
      step.hours % 3 === 0 ? undefined : new Date(now - HOUR).toISOString();
    const { record } = mini.create(step.who, {
      severity,
      startedAt: then,
      resolvedAt: then > (resolvedAt ?? '9') ? undefined : resolvedAt,
    });
    play.opinions.set(
      record.number,
      newOpinion(
        {
          startedAt: Date.parse(record.startedAt),
          resolvedAt: record.resolvedAt
            ? Date.parse(record.resolvedAt)
            : undefined,
          peak: rank,
        },
        now,
      ),
    );
    return { number: record.number };
  },

  import: ({ mini, play, step, now, severity, rank }) => {
    const past = (hours: number) => new Date(now - hours * HOUR).toISOString();
    const claim = step.pick % 2 === 0 ? 'publication' : 'waiver';
    const { record } = mini.create(
      step.who,
      { severity, startedAt: past(230), resolvedAt: past(220) },
      {
        by: `user:default/${step.who}`,
        at: past(0),
        claims:
          claim === 'publication'
            ? { publication: { at: past(210) } }
            : {
                waiver: {
                  reason: 'It was agreed',
                  approverRef: 'user:default/eve',
                  grantedAt: past(0),
                },
              },
      },
    );
    play.opinions.set(
      record.number,
      newOpinion(
        {
          startedAt: now - 230 * HOUR,
          resolvedAt: now - 220 * HOUR,
          peak: rank,
          claim,
          importer: step.who,
        },
        now,
      ),
    );
    return { number: record.number };
  },

  confirm: ({ mini, kept, opinion, step, now }) => {
    const independent =
      isIndependent(opinion, step.who) && opinion.importer !== step.who;
    const { publications, waiver } = kept.record;
    mini.confirm(kept, step.who);
    if (opinion.claim === 'publication' && publications.length === 0) {
      opinion.publications = [{ at: now, isApproved: true }];
      const { at } = kept.record.publications[0];
      opinion.publications[0].at = Date.parse(at);
    }
    if (opinion.claim === 'waiver' && !waiver) opinion.waiver = {};
    opinion.claim = undefined;
    return { isIndependent: independent };
  },

  start: scene => redate(scene, 'startedAt', scene.then),
  resolve: scene => redate(scene, 'resolvedAt', scene.then),
  unresolve: scene => redate(scene, 'resolvedAt', undefined),
  meet: scene => redate(scene, 'meetingHeldAt', scene.then),

  raise: ({ mini, kept, opinion, step, severity, rank }) => {
    mini.raise(kept, step.who, severity);
    opinion.peak = Math.min(opinion.peak, rank);
    opinion.reached.push(rank);
    corrected(opinion, step.who);
  },

  report: ({ mini, kept, opinion, step, severity, rank, then, now }) => {
    const change = step.pick % 2 === 0 ? { severity } : { resolvedAt: then };
    mini.report(kept, change);
    if ('severity' in change) {
      opinion.peak = Math.min(opinion.peak, rank);
      opinion.reached.push(rank);
    } else {
      opinion.resolvedAt = Date.parse(then);
      opinion.entered.resolvedAt ??= now;
    }
    opinion.content += 1;
  },

  calendar: ({ mini, step }) => {
    const zones = [undefined, ...Object.keys(ZONES)];
    mini.timeZone = zones[step.pick % zones.length];
  },

  refresh: ({ mini }) => {
    for (const kept of mini.kept.values()) mini.refresh(kept);
  },

  own: ({ mini, kept, opinion, step }) => {
    const owner = step.pick === 9 ? undefined : step.who;
    mini.own(kept, step.who, owner);
    opinion.owner = owner;
  },

  acknowledge: ({ mini, kept, opinion, step }) => {
    mini.acknowledge(kept, step.who);
    noteWriting(opinion, step.who);
  },

  write: ({ mini, play, kept, opinion, step }) => {
    const before = kept.text === '' ? [] : kept.text.split(' ');
    const count = 1 + (Math.abs(step.hours) % 4);
    const keep = step.pick % (before.length + 1);
    // Unique words of equal length.
    const own = Array.from({ length: count }, () =>
      createHash('md5')
        .update(`${(play.words += 1)}`)
        .digest('hex'),
    );
    mini.write(kept, step.who, [...before.slice(0, keep), ...own].join(' '));
    opinion.words = [
      ...opinion.words.slice(0, keep),
      ...own.map(() => step.who),
    ];
    corrected(opinion, step.who);
  },

  ask: ({ mini, kept, step }) => mini.ask(kept, step.who),

  approve: ({ mini, kept, opinion, step }) => {
    mini.review(kept, step.who, 'approve');
    opinion.approvals[step.who] = opinion.content;
    opinion.blocking = opinion.blocking.filter(each => each !== step.who);
  },

  object: ({ mini, kept, opinion, step }) => {
    mini.review(kept, step.who, 'request-changes');
    delete opinion.approvals[step.who];
    opinion.blocking.push(step.who);
  },

  dismiss: ({ mini, kept, opinion, step }) => {
    mini.dismiss(kept, step.who);
    const dismissed = kept.reviews
      .filter(each => each.dismissed)
      .map(each => each.reviewerRef.replace('user:default/', ''));
    opinion.blocking = opinion.blocking.filter(
      each => !dismissed.includes(each),
    );
    return { isIndependent: isIndependent(opinion, step.who) };
  },

  publish: ({ mini, play, kept, opinion, step, now }) => {
    const { required } = kept.record;
    const approved = isApproved(opinion, 'not-author');
    const enough =
      play.approvals === 0 || isApproved(opinion, play.independence);
    const engaged = opinion.involved.some(
      ({ who, cycle }) => who === opinion.owner && cycle >= 0,
    );
    mini.publish(kept, step.who);
    opinion.publications.push({ at: now, isApproved: approved });
    const wasBlocked = opinion.blocking.length > 0;
    opinion.blocking = [];
    return {
      isApproved: !wasBlocked && (!required || (enough && engaged)),
    };
  },

  reopen: ({ mini, kept, step }) => mini.reopen(kept, step.who),

  waive: ({ mini, kept, opinion, step, now }) => {
    const expires =
      step.pick % 2 === 0 ? undefined : now + (1 + Math.abs(step.hours)) * HOUR;
    mini.waive(
      kept,
      step.who,
      expires === undefined ? undefined : new Date(expires).toISOString(),
    );
    opinion.waiver = { expiresAt: expires };
    return { isIndependent: isIndependent(opinion, step.who) };
  },

  extend: ({ mini, kept, opinion, step, now }) => {
    const dueAt = now + (50 + step.hours) * HOUR;
    mini.extend(kept, step.who, new Date(dueAt).toISOString());
    opinion.extension = dueAt;
    return { isIndependent: isIndependent(opinion, step.who) };
  },

  withdraw: ({ mini, kept, opinion, step }) => {
    const what = step.pick % 2 === 0 ? 'waiver' : 'extension';
    mini.withdraw(kept, step.who, what);
    opinion[what] = undefined;
  },

  'correct-severity': ({ mini, kept, opinion, step, severity, rank }) => {
    const independent = isIndependent(opinion, step.who);
    mini.correct(kept, step.who, { severity });
    opinion.peak = rank;
    opinion.reached.push(rank);
    corrected(opinion, step.who);
    return { isIndependent: independent };
  },

  'correct-time': ({ mini, kept, opinion, step, then, now }) => {
    const independent = isIndependent(opinion, step.who);
    const fact = DATED[step.pick % DATED.length];
    mini.correct(kept, step.who, { [fact]: then });
    opinion[fact] = Date.parse(then);
    opinion.entered[fact] ??= now;
    corrected(opinion, step.who);
    return { isIndependent: independent };
  },

  delete: ({ mini, play, kept, opinion, step, now }) => {
    const { number } = kept.record;
    const successor = mini.delete(kept, step.who);
    play.opinions.delete(number);
    if (!successor) return {};
    const { startedAt, resolvedAt, peak, reached } = opinion;
    play.opinions.set(successor.record.number, {
      ...newOpinion({ startedAt, resolvedAt, peak, reached }, now),
      involved: opinion.involved.map(({ who }) => ({ who, cycle: -1 })),
      entered: opinion.entered,
      attachedAt: now,
    });
    return { successor: successor.record.number };
  },

  merge: ({ mini, play, kept, opinion, other, step, now }) => {
    if (!other) return undefined;
    const { number } = kept.record;
    const independent =
      isIndependent(opinion, step.who) &&
      isIndependent(other.opinion, step.who);
    const before = structuredClone(other.opinion);
    mini.merge(kept, other.kept, step.who);
    play.opinions.delete(number);
    play.merged.push({ gone: opinion, before });
    const into = other.opinion;
    into.startedAt = Math.min(into.startedAt, opinion.startedAt);
    into.resolvedAt = later(into.resolvedAt, opinion.resolvedAt);
    into.peak = Math.min(into.peak, opinion.peak);
    into.reached.push(...opinion.reached);
    into.involved.push(
      ...opinion.involved.map(({ who }) => ({ who, cycle: -1 })),
    );
    into.attachedAt = now;
    into.content += 1;
    for (const [fact, at] of Object.entries(opinion.entered)) {
      into.entered[fact] = Math.min(into.entered[fact] ?? at, at);
    }
    into.owner ??= opinion.owner;
    return {
      successor: other.kept.record.number,
      isIndependent: independent,
    };
  },

  wait: ({ mini, step }) => {
    mini.now = new Date(mini.now.getTime() + (1 + Math.abs(step.hours)) * HOUR);
  },
} satisfies Record<string, (scene: Scene) => Operation | void>;

function later(
  one: number | undefined,
  other: number | undefined,
): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.max(one, other);
}

export type StepKind = keyof typeof operations;

export const STEP_KINDS = Object.keys(operations) as StepKind[];

const FREE: StepKind[] = ['create', 'import', 'wait', 'calendar', 'refresh'];
const MOST = 5;

/** Errors that the rules throw to refuse. */
const REFUSALS = ['InputError', 'ConflictError', 'NotAllowedError'];

/**
 * Performs a step.
 *
 * @returns its effect, or undefined if it was refused
 */
export function take(play: Play, step: Step): Operation | undefined {
  const { mini, opinions } = play;
  // Two actions never share a timestamp.
  mini.now = new Date(mini.now.getTime() + 1000);
  const numbers = [...opinions.keys()];
  if (numbers.length === 0 && !FREE.includes(step.kind)) return undefined;
  if (numbers.length >= MOST && /create|import/.test(step.kind)) {
    return undefined;
  }
  const number = numbers[step.target % numbers.length];
  const otherNumber = numbers[(step.target + 1) % numbers.length];
  const of = (each: number) => ({
    kept: mini.kept.get(each)!,
    opinion: opinions.get(each)!,
  });
  const now = mini.now.getTime();
  const rank = 1 + (step.pick % 3);
  const act = operations[step.kind] as (scene: Scene) => Operation | void;
  try {
    const operation = act({
      play,
      mini,
      step,
      ...of(number),
      now,
      rank,
      severity: `SEV-${rank}`,
      then: new Date(now - Math.max(0, step.hours) * HOUR).toISOString(),
      ...(otherNumber !== number && { other: of(otherNumber) }),
    });
    return { number, ...operation };
  } catch (error) {
    const { name, constructor } = error as Error;
    if (REFUSALS.includes(name) || constructor.name === 'Refused') {
      return undefined;
    }
    throw error;
  }
}

const due = fc.oneof(
  fc.integer({ min: 1, max: 200 }).map(hours => ({ hours })),
  fc.integer({ min: 1, max: 10 }).map(calendarDays => ({ calendarDays })),
  fc.integer({ min: 1, max: 6 }).map(businessDays => ({ businessDays })),
);

/** Any rules: a severity can have more time than a lower one, or no rule. */
const someRules: fc.Arbitrary<Rule[]> = fc
  .tuple(
    ...['SEV-1', 'SEV-2', 'SEV-3'].map(severity =>
      fc.option(
        due.map(each => ({ severity, due: each })),
        { freq: 4, nil: undefined },
      ),
    ),
  )
  .map(rules => rules.filter(rule => rule !== undefined));

const aPolicy: fc.Arbitrary<Omit<Policy, 'effectiveFrom'>> = fc.record({
  timeZone: fc.constant('UTC'),
  workingDays: fc.constant([1, 2, 3, 4, 5]),
  satisfiedBy: fc.constantFrom(
    'published' as const,
    'published' as const,
    'meeting-held' as const,
  ),
  actionItemsToPublish: fc.constant('optional' as const),
  warnBeforeHours: fc.constant(24),
  rules: someRules,
});

export const aSetting: fc.Arbitrary<Setting> = fc.record({
  policies: fc
    .tuple(aPolicy, aPolicy)
    .map(
      ([older, newer]): Policies => [older, { ...newer, effectiveFrom: LATER }],
    ),
  approvals: fc.constantFrom(1, 1, 1, 0),
  independence: fc.constantFrom(
    'not-author' as const,
    'not-author' as const,
    'not-owner' as const,
  ),
});

const aStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...STEP_KINDS),
  who: fc.constantFrom(...PEOPLE),
  target: fc.nat({ max: 4 }),
  pick: fc.nat({ max: 9 }),
  hours: fc.integer({ min: -60, max: 120 }),
});

/** Steps toward a publication, by people who can be the same. */
const aWay: fc.Arbitrary<Step[]> = fc
  .record({
    step: aStep,
    a: fc.constantFrom(...PEOPLE),
    b: fc.constantFrom(...PEOPLE),
    c: fc.constantFrom(...PEOPLE),
    between: fc.array(
      fc.constantFrom<StepKind>('own', 'object', 'write', 'reopen', 'wait'),
      { maxLength: 2 },
    ),
  })
  .map(({ step, a, b, c, between }) =>
    (
      [
        ['own', a],
        ['write', a],
        ['ask', a],
        ...between.map(kind => [kind, c]),
        ['ask', a],
        ['approve', b],
        ['publish', c],
      ] as [StepKind, string][]
    ).map(([kind, who]) => ({ ...step, kind, who, pick: step.pick % 9 })),
  );

/** A run: configuration and steps. */
export const aRun = fc.noBias(
  fc.record({
    setting: aSetting,
    steps: fc
      .tuple(
        fc.tuple(aStep, aStep, aStep),
        fc.array(
          fc.oneof(
            { arbitrary: aStep.map(step => [step]), weight: 6 },
            { arbitrary: aWay, weight: 1 },
          ),
          { minLength: 15, maxLength: 45, size: 'max' },
        ),
      )
      .map(([starts, more]) => [
        ...starts.map((step, index) => ({
          ...step,
          kind: index === 2 ? ('import' as const) : ('create' as const),
        })),
        ...more.flat(),
      ]),
  }),
);
