import { REDACTED } from 'backstage-plugin-postmortems-common';
import type { SectionKey } from 'backstage-plugin-postmortems-common';
import {
  isApproved,
  isPublishable,
  newPostmortem,
  noteWriting,
  raise,
} from './model';
import type { ModelledPostmortem, Word } from './model';
import {
  Refused,
  choose,
  nameOf,
  otherPerson,
  rankOf,
  refOf,
  severityOf,
} from './step';
import type { Play, Step } from './step';

const ENTITIES = [
  'component:default/checkout-api',
  'component:default/checkout-web',
  'component:default/orphan',
];
const SECTIONS: SectionKey[] = [
  'summary',
  'impact',
  'what-happened',
  'resolution',
];

/** Records when facts were first entered. */
function enter(
  model: ModelledPostmortem,
  facts: Record<string, unknown>,
  before: Record<string, unknown>,
  now: number,
): void {
  for (const fact of ['startedAt', 'resolvedAt', 'meetingHeldAt']) {
    if (before[fact] === undefined && facts[fact]) {
      model.entered[fact] ??= now;
    }
  }
}

/** Records facts changed by a person, which are content and count as editing. */
function changed(model: ModelledPostmortem, who: string): void {
  model.content += 1;
  noteWriting(model, who);
}

async function patch(step: Step, body: object): Promise<void> {
  const { api, current, it, model, move, now } = step;
  const after = await api.updatePostmortem({ ...current, body });
  enter(model, { ...after }, { ...it }, now);
  if (after.revision !== it.revision) changed(model, move.who);
}

/** Correcting the governing severity also corrects merged incidents. */
function withPeak(
  taken: ModelledPostmortem['taken'],
  peak: number,
): ModelledPostmortem['taken'] {
  return Object.fromEntries(
    Object.entries(taken).map(([id, each]) => [
      id,
      { ...each, peak: Math.max(each.peak, peak) },
    ]),
  );
}

/** Actions of people. */
export const plays = {
  create: async ({ world, move, api, ago, now }) => {
    const severity = severityOf(move);
    const resolvedAt =
      move.hours % 3 === 0 ? undefined : ago(Math.abs(move.hours));
    const created = await api.createPostmortem({
      body: {
        title: `Incident ${(world.counter += 1)}`,
        severity,
        startedAt: ago(Math.abs(move.hours) + 2),
        resolvedAt,
        entityRefs: [choose(ENTITIES, move.target)],
        ...(move.pick % 2 === 0 && { ownerRef: refOf(otherPerson(move)) }),
      },
    });
    world.models.set(
      created.id,
      newPostmortem({
        peak: rankOf(severity),
        owner: nameOf(created.ownerRef),
        entered: {
          startedAt: now,
          ...(resolvedAt && { resolvedAt: now }),
        },
      }),
    );
    return { id: created.id };
  },

  import: async ({ world, move, api, ago, now }) => {
    const severity = severityOf(move);
    const resolvedAt = ago(Math.abs(move.hours) + 100);
    const { id } = await api.importPostmortem({
      body: {
        importKey: `import ${(world.counter += 1)}`,
        title: `Imported ${world.counter}`,
        severity,
        startedAt: ago(Math.abs(move.hours) + 110),
        resolvedAt,
        entityRefs: [choose(ENTITIES, move.target)],
        ...(move.pick % 2 === 0
          ? {
              status: 'published' as const,
              publishedAt: ago(Math.abs(move.hours) + 90),
            }
          : {
              waiver: {
                reason: 'It was agreed',
                approverRef: refOf(otherPerson(move)),
              },
            }),
        sections: { summary: `${move.who}import${world.counter}x` },
      },
    });
    world.models.set(
      id,
      newPostmortem({
        peak: rankOf(severity),
        importer: move.who,
        words: {
          summary: [
            { by: move.who, text: `${move.who}import${world.counter}x` },
          ],
        },
        claims: [move.pick % 2 === 0 ? 'publication' : 'waiver'],
        entered: { startedAt: now, resolvedAt: now },
      }),
    );
    return { id };
  },

  'confirm-import': async ({ api, it, model }) => {
    const { results } = await api.confirmImports({
      body: { items: [{ id: it.id }], reason: 'I was there' },
    });
    if (results.some(({ error }) => error)) throw new Refused();
    const { publications } = await api.getPostmortem({ params: { id: it.id } });
    if (model.claims.includes('publication') && model.cycle === 0) {
      model.cycle = 1;
      for (const each of model.involved) {
        if (each.cycle === 0) each.cycle = 1;
      }
      model.publications = publications.map(({ at }) => ({
        at: Date.parse(at),
        approved: true,
      }));
    }
    model.claims = [];
  },

  'move-start': step =>
    patch(step, {
      startedAt: step.ago(Math.abs(step.move.hours)),
      reason: 'It began then',
    }),

  'move-resolution': step =>
    patch(step, {
      resolvedAt: step.ago(Math.max(0, step.move.hours)),
      reason: 'It ended then',
    }),

  'move-resolution-silently': step =>
    patch(step, { resolvedAt: step.ago(Math.max(0, step.move.hours)) }),

  unresolve: step => patch(step, { resolvedAt: null, reason: 'Not over' }),

  'change-severity': async step => {
    const { model } = step;
    const severity = severityOf(step.move);
    await patch(step, { severity, severityReason: 'As it turned out' });
    raise(model, rankOf(severity));
  },

  'change-entities': step =>
    patch(step, { entityRefs: [choose(ENTITIES, step.move.pick)] }),

  correct: async ({ api, current, it, model, move, ago, now }) => {
    const severity = severityOf(move);
    const after = await api.correctFacts({
      ...current,
      body:
        move.pick % 2 === 0
          ? { severity, reason: 'Declared by mistake' }
          : { resolvedAt: ago(Math.max(0, move.hours)), reason: 'By the logs' },
    });
    model.content += 1;
    noteWriting(model, move.who);
    enter(model, { ...after }, { ...it }, now);
    if (move.pick % 2 === 0) {
      model.peak = rankOf(severity);
      model.ownPeak = model.peak;
      model.taken = withPeak(model.taken, model.peak);
      model.reached.push(model.peak);
    }
  },

  'hold-meeting': async step => {
    const { model } = step;
    const { content } = model;
    await patch(step, {
      meetingHeldAt: step.ago(Math.max(0, step.move.hours)),
      reason: 'It was held',
    });
    // Not content.
    model.content = content;
  },

  'plan-meeting': async ({ api, current, it, ago, move }) => {
    await api.putMeeting({
      ...current,
      body: {
        scheduledFor: ago(-24),
        ...(it.meetingHeldAt && { heldAt: it.meetingHeldAt }),
        attendeeRefs: [refOf(otherPerson(move))],
      },
    });
  },

  'add-action-item': async ({ api, it, model, move }) => {
    await api.addActionItem({
      params: { id: it.id },
      body: { title: 'Limit the flush', kind: 'prevent', priority: 'P2' },
    });
    noteWriting(model, move.who);
  },

  'change-action-item': async ({ api, it, model, move }) => {
    const item = choose(it.actionItems, move.pick);
    if (!item) throw new Refused();
    await api.updateActionItem({
      params: { id: it.id, key: item.id.split('/')[1] },
      body: { title: `Limit the flush to ${move.pick}` },
      ifMatch: item.revision,
    });
    noteWriting(model, move.who);
  },

  redact: async ({ api, it, model, move }) => {
    const all = Object.values(model.words).flat();
    const word = choose(all, move.pick);
    if (!word) throw new Refused();
    await api.redactPostmortem({
      params: { id: it.id },
      body: { text: word.text, reason: 'It is a secret' },
    });
    word.text = REDACTED;
  },

  'name-owner': async ({ api, current, model, move }) => {
    const owner = move.pick % 6 === 5 ? null : refOf(otherPerson(move));
    await api.putOwner({ ...current, body: { ownerRef: owner } });
    model.owner = nameOf(owner ?? undefined);
  },

  'own-it': async ({ api, current, model, move }) => {
    await api.putOwner({ ...current, body: { ownerRef: refOf(move.who) } });
    model.owner = move.who;
  },

  acknowledge: async ({ api, it, model, move }) => {
    await api.acknowledgeOwner({ params: { id: it.id } });
    model.involved.push({ who: move.who, cycle: model.cycle });
  },

  'hand-over': async ({ api, it, model, move }) => {
    await api.handOverOwner({
      params: { id: it.id },
      body: {
        reason: 'No time',
        ...(move.pick % 2 === 0 && { suggestedRef: refOf(otherPerson(move)) }),
      },
    });
    model.owner = undefined;
  },

  write: async ({ world, api, it, model, move }) => {
    const key = choose(SECTIONS, move.target);
    const before = model.words[key] ?? [];
    // Keeps some words, drops others, and adds new ones.
    const kept = before
      .slice(0, move.pick % (before.length + 1))
      .filter(({ text }) => text !== REDACTED);
    const own = Array.from(
      { length: 1 + (Math.abs(move.hours) % 6) },
      (): Word => ({
        by: move.who,
        text: `${move.who}wrote${(world.counter += 1)}x`,
      }),
    );
    const words = [...kept, ...own];
    const { revision } = it.sections.find(section => section.key === key)!;
    await api.putSection({
      params: { id: it.id, key },
      body: { markdown: words.map(({ text }) => text).join(' ') },
      ifMatch: revision,
    });
    model.words[key] = words;
    changed(model, move.who);
  },

  complete: async ({ world, api, it, model, move }) => {
    for (const key of SECTIONS) {
      const section = it.sections.find(each => each.key === key)!;
      if (section.markdown) continue;
      const text = `${move.who}completed${(world.counter += 1)}x`;
      await api.putSection({
        params: { id: it.id, key },
        body: { markdown: text },
        ifMatch: section.revision,
      });
      model.words[key] = [{ by: move.who, text }];
      changed(model, move.who);
    }
    if (it.contributingFactors.length === 0) {
      await api.addContributingFactor({
        params: { id: it.id },
        body: { title: 'A flush at peak traffic' },
      });
      changed(model, move.who);
    }
    if (!it.noActionItemsReason) {
      const { revision } = await api.getPostmortem({ params: { id: it.id } });
      await api.updatePostmortem({
        params: { id: it.id },
        body: { noActionItemsReason: 'Done by the vendor' },
        ifMatch: revision,
      });
      changed(model, move.who);
    }
  },

  'send-for-review': async ({ api, current }) => {
    await api.changeStatus({ ...current, body: { to: 'in-review' } });
  },

  approve: async ({ api, it, model, move }) => {
    await api.addReview({
      params: { id: it.id },
      body: { verdict: 'approve', contentRevision: it.contentRevision },
    });
    model.approvals[move.who] = model.content;
    model.blocking = model.blocking.filter(each => each !== move.who);
  },

  'request-changes': async ({ api, it, model, move }) => {
    await api.addReview({
      params: { id: it.id },
      body: {
        verdict: 'request-changes',
        comment: 'Say why',
        contentRevision: it.contentRevision,
      },
    });
    delete model.approvals[move.who];
    model.blocking = [...new Set([...model.blocking, move.who])];
  },

  'dismiss-review': async ({ api, it, model, move }) => {
    const reviewer = choose(model.blocking, move.pick);
    if (!reviewer) throw new Refused();
    await api.dismissReview({
      params: { id: it.id },
      body: { reviewerRef: refOf(reviewer), reason: 'It is done' },
    });
    model.blocking = model.blocking.filter(each => each !== reviewer);
  },

  'ask-reviewers': async ({ api, current, it, model, move }) => {
    const reviewerRefs = [refOf(otherPerson(move))];
    await api.putReviewers({ ...current, body: { reviewerRefs } });
    // A request for changes lapses when its reviewer is removed.
    const removed = it.review.reviewerRefs
      .filter(ref => !reviewerRefs.includes(ref))
      .map(nameOf);
    model.blocking = model.blocking.filter(each => !removed.includes(each));
  },

  publish: async ({ api, current, it, model, now }) => {
    const publishes = isPublishable(model);
    await api.changeStatus({ ...current, body: { to: 'published' } });
    model.cycle += 1;
    model.publications.push({ at: now, approved: isApproved(model) });
    // They were made before the publication.
    model.blocking = [];
    return { publishes, id: it.id };
  },

  reopen: async ({ api, current }) => {
    await api.changeStatus({
      ...current,
      body: { to: 'draft', reason: 'Something is missing' },
    });
  },

  waive: async ({ api, current, ago, move }) => {
    await api.putWaiver({
      ...current,
      body: {
        reason: 'Covered by another',
        ...(move.pick % 2 === 0 && {
          expiresAt: ago(-1 - Math.abs(move.hours)),
        }),
      },
    });
  },

  'withdraw-waiver': async ({ api, current }) => {
    await api.deleteWaiver({ ...current, body: { reason: 'Not so' } });
  },

  extend: async ({ api, current, ago, move }) => {
    await api.putExtension({
      ...current,
      body: { dueAt: ago(-200 - Math.abs(move.hours)), reason: 'The vendor' },
    });
  },

  'withdraw-extension': async ({ api, current }) => {
    await api.deleteExtension({ ...current, body: { reason: 'Not so' } });
  },

  delete: async ({ api, current, it }) => {
    await api.deletePostmortem({ ...current, body: { reason: 'A mistake' } });
    return { id: it.id };
  },

  restore: async ({ api, move }) => {
    const { items } = await api.listDeletedPostmortems({ query: {} });
    if (items.length === 0) throw new Refused();
    await api.restorePostmortem({
      params: { id: choose(items, move.pick).id },
      body: {},
    });
  },

  merge: async ({ api, current, it, other }) => {
    if (!other) throw new Refused();
    await api.mergePostmortem({
      ...current,
      body: { intoId: other.id, reason: 'The same incident' },
    });
    return { id: it.id };
  },

  'take-over': async ({ api, it, other }) => {
    if (!other) throw new Refused();
    await api.mergePostmortem({
      params: { id: other.id },
      body: { intoId: it.id, reason: 'The same incident' },
      ifMatch: other.revision,
    });
    return { id: other.id };
  },

  cover: async ({ view, api, it, move }) => {
    const { items } = await api.listIncidents({
      query: { disposition: ['waiting', 'covered'] },
    });
    const free = items.filter(
      ({ postmortemId }) =>
        postmortemId !== it.id &&
        !(postmortemId && view.postmortems.get(postmortemId)?.edited),
    );
    if (free.length === 0) throw new Refused();
    await api.coverIncident({
      params: { id: it.id, incidentId: choose(free, move.pick).id },
      body: { reason: 'The same incident' },
    });
  },

  'choose-source': async ({ api, current, it, model, move }) => {
    const differing = it.sourceFacts.filter(({ state }) => state !== 'same');
    const fact = choose(differing, move.pick);
    if (!fact) throw new Refused();
    const taken = move.hours % 4 === 0 ? 'current' : 'source';
    await api.chooseSourceFact({
      params: { id: it.id, field: fact.field },
      ifMatch: current.ifMatch,
      body: { choose: taken },
    });
    if (taken === 'source') changed(model, move.who);
    return { fromSource: taken === 'source' };
  },
} satisfies Record<string, Play>;
