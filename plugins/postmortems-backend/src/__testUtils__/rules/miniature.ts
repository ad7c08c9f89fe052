import {
  SECTIONS,
  openImportClaims,
  publicationRequirements,
} from 'backstage-plugin-postmortems-common';
import type {
  ComplianceStatus,
  ReviewState,
} from 'backstage-plugin-postmortems-common';
import type { NewComplianceException } from '../../postmortem/integrity/exceptions';
import type { GivenReview } from '../../review/ReviewStore';
import type {
  PostmortemFacts,
  PostmortemRecord,
} from '../../postmortem/PostmortemRecord';
import {
  attributeEdit,
  charactersByAuthor,
} from '../../postmortem/integrity/authorship';
import type { AuthorRun } from '../../postmortem/integrity/authorship';
import { confirmedFacts } from '../../postmortem/integrity/importClaims';
import { dependenceOf } from '../../postmortem/integrity/independence';
import { exceptionFor, judged } from '../../postmortem/integrity/justification';
import type { Justification } from '../../postmortem/integrity/factsStep';
import { heldAsPlanned } from '../../postmortem/integrity/correctionWindow';
import { assertExtensionLater } from '../../policy/assertExtensionLater';
import { complianceStatus } from '../../policy/complianceStatus';
import type { PolicyBook } from '../../policy/PolicyBook';
import { assertPublishable } from '../../postmortem/publishing';
import { changesContent } from '../../postmortem/content';
import { independentApprovers } from '../../postmortem/publishing';
import { checkReviewedVersion } from '../../review/checkReviewedVersion';
import { checkTimes } from '../../postmortem/checkTimes';
import { checkTransition } from '../../postmortem/checkTransition';
import { reviewState } from '../../review/reviewState';
import { assertMergeable, planMerge } from '../../merge/merge';
import type { MergePlan } from '../../merge/merge';
import { withoutMerge } from '../../merge/retire';
import type { MergeResult, MergedFacts } from '../../merge/retire';
import { evaluateUnderPolicy } from '../../postmortem/integrity/evaluateUnderPolicy';
import { stepTo } from '../../postmortem/integrity/recomputeDeadline';
import type { ServiceContext } from '../../context';
import { successorOf } from '../../deletion/successor';

/** A postmortem in the miniature. */
export interface Kept {
  record: PostmortemRecord;
  involved: { who: string; cycle: number }[];
  text: string;
  runs: AuthorRun[];
  reviews: GivenReview[];
}

/** An entry of the exceptions report. */
export type Entry = NewComplianceException & { postmortem: number };

/** Thrown if the rules refuse an action. */
export class Refused extends Error {}

const refOf = (who: string) => `user:default/${who}`;

/**
 * The operations of the service without database, catalog and permissions: only the rules can
 * refuse.
 */
export class Miniature {
  readonly kept = new Map<number, Kept>();
  readonly entries: Entry[] = [];
  /** Merged postmortems that can be restored. */
  readonly merged: { gone: Kept; into: number; plan: MergePlan }[] = [];
  now = new Date('2026-03-12T12:00:00.000Z');
  /** The time zone of the team. */
  timeZone?: string;
  #last = 0;

  constructor(readonly book: PolicyBook) {}

  get(number: number): Kept {
    const kept = this.kept.get(number);
    if (!kept) throw new Refused();
    return kept;
  }

  statusOf({ record }: Kept): ComplianceStatus {
    return complianceStatus(judged(record, this.book.severities), this.now);
  }

  create(
    who: string,
    facts: Pick<PostmortemFacts, 'startedAt' | 'resolvedAt'> & {
      severity: string;
      ownerRef?: string;
    },
    imported?: PostmortemFacts['imported'],
  ): Kept {
    const at = this.#at();
    const { severity, ...times } = facts;
    const wanted: PostmortemFacts = {
      title: 'It was down',
      outcome: 'incident',
      severityHistory: [{ severity, at: facts.startedAt }],
      ...times,
      ...this.#calendar(),
      entityRefs: ['component:default/checkout'],
      teamRefs: ['group:default/checkout'],
      contributors: [],
      labels: [],
      links: [],
      status: imported?.claims.publication ? 'published' : 'draft',
      publications: [],
      reviewerRefs: [],
      visibility: 'internal',
      imported,
    };
    checkTimes(wanted, this.now);
    return this.#keep({
      ...wanted,
      ...evaluateUnderPolicy(wanted, this.book),
      edited: true,
      origin: imported ? 'import' : 'person',
      factEntries: {
        startedAt: at,
        ...(times.resolvedAt && { resolvedAt: at }),
      },
      exceptions: 0,
      deletions: 0,
      contentRevision: 1,
      revision: 1,
      createdAt: at,
      createdBy: refOf(who),
      updatedAt: at,
    });
  }

  /** Changes facts as a person with a reason. */
  change(kept: Kept, who: string, facts: Partial<PostmortemFacts>): void {
    const { record } = kept;
    const wanted = { ...record, ...facts };
    checkTimes(wanted, this.now);
    if (changesContent(record, wanted) && record.status === 'published') {
      throw new Refused();
    }
    this.#save(kept, facts, {
      who,
      because: heldAsPlanned(record, wanted, this.now),
    });
    this.#noteWriting(kept, who);
  }

  raise(kept: Kept, who: string, severity: string): void {
    const { severityHistory } = kept.record;
    this.change(kept, who, {
      severityHistory: [...severityHistory, { severity, at: this.#at() }],
    });
  }

  /** The catalog refresh task. */
  refresh(kept: Kept): void {
    this.#save(kept, { calendar: undefined, ...this.#calendar() }, {});
  }

  /** A report of the source. It never lowers a severity. */
  report(
    kept: Kept,
    { severity, ...times }: Partial<PostmortemFacts> & { severity?: string },
  ): void {
    const { record } = kept;
    if (record.status === 'published') throw new Refused();
    const said = severity
      ? [...record.severityHistory, { severity, at: this.#at() }]
      : record.severityHistory;
    const facts = {
      ...times,
      severityHistory: this.book.severities.keepPeak(
        record.severityHistory,
        said,
      ),
    };
    checkTimes({ ...record, ...facts }, this.now);
    this.#save(kept, facts, { because: { by: 'source' } });
  }

  own(kept: Kept, who: string, owner: string | undefined): void {
    const ownerRef = owner && refOf(owner);
    this.#save(kept, { ownerRef, ownerAcknowledgedAt: undefined }, { who });
  }

  acknowledge(kept: Kept, who: string): void {
    const { record } = kept;
    if (record.ownerRef !== refOf(who)) throw new Refused();
    this.#involve(kept, who);
    this.#save(kept, { ownerAcknowledgedAt: this.#at() }, { who });
  }

  write(kept: Kept, who: string, text: string): void {
    if (kept.record.status === 'published') throw new Refused();
    kept.runs = attributeEdit(kept.text, kept.runs, text, refOf(who));
    kept.text = text;
    kept.record = {
      ...kept.record,
      edited: true,
      contentRevision: kept.record.contentRevision + 1,
    };
    this.#noteWriting(kept, who);
  }

  review(kept: Kept, who: string, verdict: GivenReview['verdict']): void {
    const { record } = kept;
    const { contentRevision } = record;
    checkReviewedVersion(record, { verdict, contentRevision });
    kept.reviews = [
      ...kept.reviews.filter(each => each.reviewerRef !== refOf(who)),
      {
        reviewerRef: refOf(who),
        verdict,
        contentRevision,
        reviewedAt: this.#at(),
      },
    ];
    if (verdict === 'request-changes')
      this.#save(kept, { status: 'draft' }, { who });
  }

  dismiss(kept: Kept, who: string): void {
    this.#assertIndependent(kept, who);
    const open = this.#reviewOf(kept).reviews.find(({ blocks }) => blocks);
    if (!open) throw new Refused();
    kept.reviews = kept.reviews.map(each =>
      each.reviewerRef === open.reviewerRef
        ? {
            ...each,
            dismissed: { by: refOf(who), at: this.#at(), reason: 'Done' },
          }
        : each,
    );
  }

  ask(kept: Kept, who: string): void {
    checkTransition(kept.record.status, 'in-review');
    this.#save(kept, { status: 'in-review' }, { who });
  }

  publish(kept: Kept, who: string): void {
    const { record } = kept;
    checkTransition(record.status, 'published');
    const review = this.#reviewOf(kept);
    const written = {
      resolvedAt: record.resolvedAt,
      ownerRef: record.ownerRef,
      actionItemsRequired: false,
      complianceStatus: this.statusOf(kept),
      ownerEngaged: kept.involved.some(
        each => refOf(each.who) === record.ownerRef && each.cycle >= 0,
      ),
      sections: SECTIONS.map(({ key }) => ({ key, markdown: kept.text })),
      contributingFactors: [1],
      actionItems: [],
      review,
    };
    assertPublishable(written);
    if (publicationRequirements(written).some(({ met }) => !met)) {
      throw new Refused();
    }
    const at = this.#at();
    const approvedBy = independentApprovers(review);
    this.#save(
      kept,
      {
        status: 'published',
        publishedAt: record.publishedAt ?? at,
        publications: [
          ...record.publications,
          {
            at,
            by: refOf(who),
            contentRevision: record.contentRevision,
            approvedBy,
          },
        ],
      },
      {
        who,
        because: {
          by: 'completion',
          ...(record.required &&
            approvedBy.length === 0 && { listedAs: 'unapproved-publication' }),
        },
      },
    );
  }

  reopen(kept: Kept, who: string): void {
    if (kept.record.status !== 'published') throw new Refused();
    this.#save(kept, { status: 'draft' }, { who });
  }

  waive(kept: Kept, who: string, expiresAt?: string): void {
    this.#assertIndependent(kept, who);
    if (!kept.record.required) throw new Refused();
    this.#save(
      kept,
      {
        waiver: {
          reason: 'So agreed',
          approverRef: refOf(who),
          grantedAt: this.#at(),
          ...(expiresAt && { expiresAt }),
        },
      },
      { who, because: { by: 'exception', kind: 'waiver' } },
    );
  }

  extend(kept: Kept, who: string, dueAt: string): void {
    this.#assertIndependent(kept, who);
    const { deadline, completedAt } = kept.record;
    if (!deadline || completedAt) throw new Refused();
    assertExtensionLater(
      new Date(dueAt),
      new Date(deadline.originalDueAt ?? deadline.dueAt),
    );
    this.#save(
      kept,
      {
        extension: {
          dueAt,
          reason: 'So agreed',
          approverRef: refOf(who),
          grantedAt: this.#at(),
        },
      },
      { who, because: { by: 'exception', kind: 'extension' } },
    );
  }

  withdraw(kept: Kept, who: string, what: 'waiver' | 'extension'): void {
    if (!kept.record[what]) throw new Refused();
    this.#save(kept, { [what]: undefined }, { who });
  }

  correct(
    kept: Kept,
    who: string,
    { severity, ...facts }: Partial<PostmortemFacts> & { severity?: string },
  ): void {
    this.#assertIndependent(kept, who);
    const { record } = kept;
    const corrected = {
      ...facts,
      ...(severity && {
        severityHistory: this.book.severities.correct(
          record.severityHistory,
          severity,
          'By mistake',
        ),
      }),
    };
    checkTimes({ ...record, ...corrected }, this.now);
    this.#save(kept, corrected, {
      who,
      because: { by: 'exception', kind: 'correction' },
    });
  }

  /** @returns the successor, if any */
  delete(kept: Kept, who: string): Kept | undefined {
    const { record } = kept;
    this.kept.delete(record.number);
    if (!record.required) return undefined;
    const by = { actorRef: refOf(who), at: this.#at(), reason: 'Twice' };
    const successor = this.#keep(successorOf(record, by, this.book));
    successor.involved = carriedOver(kept);
    this.entries.push({
      postmortem: successor.record.number,
      ...by,
      kind: 'deleted',
    });
    return successor;
  }

  merge(gone: Kept, into: Kept, who: string): void {
    const covering = { postmortem: into.record, incidents: [] };
    const addition = { replaced: gone.record, incidents: [] };
    assertMergeable(covering, addition);
    const meta = { actorRef: refOf(who), at: this.#at(), reason: 'The same' };
    const ctx = { policy: this.book } as ServiceContext;
    const plan = planMerge(ctx, covering, addition, meta);
    if (plan.gains.length > 0) {
      this.#assertIndependent(gone, who);
      this.#assertIndependent(into, who);
    }
    this.#save(into, plan.facts, {
      who,
      because: {
        by: 'exception',
        kind: 'merged',
        entered: plan.entered,
        entry: plan.entry,
      },
    });
    into.involved.push(...carriedOver(gone));
    this.kept.delete(gone.record.number);
    this.merged.push({ gone, into: into.record.number, plan });
  }

  /** Restores a merged postmortem. */
  unmerge(index: number, who: string): { back: Kept; from: Kept } {
    const merge = this.merged[index];
    const from = merge && this.kept.get(merge.into);
    if (!from) throw new Refused();
    const { before, after } = merge.plan.entry;
    this.kept.set(merge.gone.record.number, merge.gone);
    this.merged.splice(index, 1);
    this.#save(
      from,
      withoutMerge(from.record, before as MergedFacts, after as MergeResult),
      { who, because: { by: 'exception', kind: 'restored' } },
    );
    return { back: merge.gone, from };
  }

  confirm(kept: Kept, who: string): void {
    const { record } = kept;
    const { imported } = record;
    const open = openImportClaims(record);
    if (!imported || open.length === 0 || imported.by === refOf(who)) {
      throw new Refused();
    }
    this.#assertIndependent(kept, who);
    const by = { actorRef: refOf(who), at: this.#at() };
    this.#save(kept, confirmedFacts(record, imported, by), {
      who,
      because: { by: 'exception', kind: 'import-confirmed' },
    });
  }

  #at(): string {
    return this.now.toISOString();
  }

  #calendar(): Pick<PostmortemFacts, 'calendar'> {
    return this.timeZone ? { calendar: { timeZone: this.timeZone } } : {};
  }

  #keep(record: Omit<PostmortemRecord, 'number'>): Kept {
    const number = (this.#last += 1);
    const kept = {
      record: { ...record, number },
      involved: [],
      text: '',
      runs: [],
      reviews: [],
    };
    this.kept.set(number, kept);
    return kept;
  }

  #involve(kept: Kept, who: string): void {
    const cycle = kept.record.publications.length;
    kept.involved.push({ who, cycle });
  }

  #noteWriting(kept: Kept, who: string): void {
    if (kept.record.ownerRef === refOf(who)) this.#involve(kept, who);
  }

  #authorsOf({ text, runs }: Kept): Map<string, number> {
    return charactersByAuthor(text, runs);
  }

  #assertIndependent(kept: Kept, who: string): void {
    const dependence = dependenceOf(refOf(who), {
      ownerRef: kept.record.ownerRef,
      involvedRefs: new Set(kept.involved.map(each => refOf(each.who))),
      authors: this.#authorsOf(kept),
    });
    if (dependence) throw new Refused();
  }

  #reviewOf(kept: Kept): ReviewState {
    const { record, involved, reviews } = kept;
    const involvedIn = new Map<string, number>();
    for (const { who, cycle } of involved) {
      const latest = involvedIn.get(refOf(who)) ?? -1;
      involvedIn.set(refOf(who), Math.max(latest, cycle));
    }
    const { approvals, independence } = this.book;
    return reviewState({
      ...record,
      approvalsRequired: record.required ? (approvals as number) : 0,
      independence,
      involvedIn,
      authors: this.#authorsOf(kept),
      reviews,
    });
  }

  #save(
    kept: Kept,
    changed: Partial<PostmortemFacts>,
    { who, because }: { who?: string; because?: Justification },
  ): void {
    const { record } = kept;
    const at = this.#at();
    const actorRef = who ? refOf(who) : 'plugin:postmortems';
    const step = stepTo(record, changed, { at, because }, this.book);
    const exception = exceptionFor(
      { ...step, actorRef, reason: who && 'Because', because },
      this.book.severities,
      this.now,
    );
    const { after } = step;
    kept.record = {
      ...after,
      contentRevision:
        record.contentRevision + (changesContent(record, after) ? 1 : 0),
      edited: record.edited || who !== undefined,
      revision: record.revision + 1,
      updatedAt: at,
    };
    if (exception) {
      this.entries.push({ postmortem: record.number, ...exception });
    }
  }
}

/** Involvement is inherited. */
function carriedOver({ involved }: Kept): Kept['involved'] {
  return involved.map(({ who }) => ({ who, cycle: -1 }));
}
