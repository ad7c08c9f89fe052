/** References in the catalog and the configuration. */
const REFS = [
  'component:default/checkout-api',
  'component:default/door-lock',
  'group:default/checkout',
  'group:default/security',
  'user:default/mallory',
  'user:default/alice',
  'user:default/sam',
  'User:Default/Alice',
  'component:default/nothing',
];
const SOURCES = ['generic', 'pagerduty', 'incidentio', 'nobody'];
const TRACKERS = ['github', 'jira', 'nobody'];
const SEVERITIES = ['SEV-1', 'SEV-2', 'SEV-3', 'p1', 'critical'];

/** Maximum remembered items per kind; the latest are likely to exist. */
const MOST = 30;

/** Facts that determine which operations can succeed. */
interface Facts {
  id: string;
  title?: string;
  ownerRef?: string;
  status?: string;
  imported?: unknown;
  completedAt?: string;
  contentRevision?: number;
  deadline?: unknown;
  waiver?: unknown;
  extension?: unknown;
  review?: {
    changesRequested: number;
    reviews: { reviewerRef: string; blocks?: boolean }[];
  };
  meeting?: { scheduledFor?: string };
  sourceFacts?: { field: string }[];
}

/** Part of a postmortem, such as a comment, or an independent resource (without a postmortem). */
interface Part {
  /** The path segment before its id, such as `comments`. */
  collection: string;
  postmortem: string;
  id: string;
  authorRef?: string;
  ticket?: unknown;
  /** Of a history entry. */
  action?: string;
  field?: string;
}

/** A section that is edited live. */
interface LiveSection {
  postmortem: string;
  section: string;
  generation: number;
}

/** Parts of a postmortem with their own id or key. */
const PARTS = [
  'action-items',
  'comments',
  'contributing-factors',
  'incidents',
  'timeline',
];

/** Next status of a postmortem. */
const NEXT: Record<string, string> = {
  draft: 'in-review',
  'in-review': 'published',
  published: 'draft',
};

/**
 * Preconditions of operations. Most requests use a matching postmortem or part, if there is one.
 */
const NEEDS: Record<string, (facts: Facts, part?: Part) => unknown> = {
  addReview: ({ status }) => status === 'in-review',
  dismissReview: ({ review }) => blockers(review).length > 0,
  mergePostmortem: facts => isMergeable(facts),
  putExtension: ({ deadline, completedAt }) => deadline && !completedAt,
  deleteExtension: ({ extension }) => extension,
  putWaiver: ({ deadline }) => deadline,
  deleteWaiver: ({ waiver }) => waiver,
  getMeetingCalendar: ({ meeting }) => meeting?.scheduledFor,
  chooseSourceFact: ({ sourceFacts }) => sourceFacts?.length,
  acknowledgeOwner: ({ ownerRef }) => ownerRef,
  handOverOwner: ({ ownerRef }) => ownerRef,
  putTicket: (_, part) => !part?.ticket,
  removeTicket: (_, part) => part?.ticket,
  syncTicket: (_, part) => part?.ticket,
};

/** Operations that the owner may not perform, and who may. */
const BY_OTHERS: Record<string, string> = {
  confirmImports: 'sam',
  correctFacts: 'sam',
  coverIncident: 'sam',
  deletePostmortem: 'sam',
  dismissReview: 'sam',
  listDeletedPostmortems: 'sam',
  mergePostmortem: 'sam',
  putExtension: 'sam',
  putWaiver: 'sam',
  redactPostmortem: 'sam',
  restorePostmortem: 'sam',
};

/** What exists in the portal, learned from responses. */
export class Known {
  readonly #postmortems = new Map<string, Facts>();
  readonly #deleted = new Set<string>();
  readonly #parts = new Map<string, Part>();
  #items = 1;
  #cursors: string[] = [];
  readonly #live = new Map<string, LiveSection>();

  /**
   * Learns from a response.
   *
   * @param path - the requested path, such as `/postmortems/PM-1/comments`
   */
  learnFrom(method: string, path: string, text: string): void {
    const [, , id, collection, part] = path.split('/');
    if (method === 'delete' && text === '') {
      this.#parts.delete(`${collection}/${id}/${part}`);
    }
    if (collection === 'merge') this.#learnDeleted(id);
    for (const [, item] of text.matchAll(/"id":"(\d+)"/g)) {
      this.#items = Math.max(this.#items, Number(item));
    }
    for (const [, cursor] of text.matchAll(/Cursor":"([^"]+)"/g)) {
      this.#cursors = [cursor, ...this.#cursors].slice(0, 20);
    }
    if (!text.startsWith('{')) return;
    const answer = JSON.parse(text);
    if (answer.generation) {
      const { generation } = answer;
      const live = { postmortem: id, section: part, generation };
      remember(this.#live, `${id}/${part}`, live);
    }
    for (const each of answer.items ?? [answer]) {
      if (each.deletedAt) this.#learnDeleted(each.id, each.purgedAt);
      else if (each.redactedAt) {
        // A redaction, which has nothing else of the postmortem.
      } else if (/^PM-\d+$/.test(each.id)) this.#learnPostmortem(each);
      else if (/^PM-\d+\/A\d+$/.test(each.id)) this.#learnActionItem(each);
      else if (/^\d+$/.test(each.id)) {
        // Of the history, only edits of sections, which can be restored.
        if (collection === 'history' && each.action !== 'section-changed') {
          continue;
        }
        const isBelow = path.startsWith('/postmortems/');
        this.#learnPart({
          ...each,
          collection: isBelow ? collection : path.split('/')[1],
          postmortem: isBelow ? id : '',
        });
      }
    }
  }

  #learnPostmortem(answer: any): void {
    const { id } = answer;
    // Lists omit some fields.
    const isWhole = answer.timeline !== undefined;
    if (!isWhole && this.#postmortems.has(id)) return;
    remember(this.#postmortems, id, answer);
    this.#deleted.delete(id);
    if (!isWhole) return;
    const parts = {
      timeline: answer.timeline,
      'contributing-factors': answer.contributingFactors,
      incidents: answer.incidents,
    };
    for (const [collection, list] of Object.entries(parts)) {
      for (const part of list) {
        this.#learnPart({ ...part, collection, postmortem: id });
      }
    }
    for (const item of answer.actionItems) this.#learnActionItem(item);
  }

  #learnDeleted(id: string, purgedAt?: string): void {
    this.#postmortems.delete(id);
    if (purgedAt) this.#deleted.delete(id);
    else this.#deleted.add(id);
  }

  #learnActionItem(answer: any): void {
    const [postmortem, id] = answer.id.split('/');
    const collection = 'action-items';
    this.#learnPart({ ...answer, collection, postmortem, id });
  }

  #learnPart(part: Part): void {
    const { collection, postmortem, id } = part;
    remember(this.#parts, `${collection}/${postmortem}/${id}`, part);
    const all = [...this.#parts].filter(
      ([, each]) => each.collection === collection,
    );
    if (all.length > MOST) this.#parts.delete(all[0][0]);
  }

  /** Selects the target of a request by a number. */
  about(operation: { name: string; path: string }, n: number): About {
    const [, root, , collection, ofPart] = operation.path.split('/');
    const need = NEEDS[operation.name];
    const by = BY_OTHERS[operation.name];
    // Not always, because requests without the precondition matter, too.
    const fits = (facts: Facts, part?: Part) =>
      n % 4 === 0 || !need || need(facts, part);
    if (PARTS.includes(collection) && ofPart) {
      // Any postmortem can cover an incident; other parts belong to one.
      const parts = [...this.#parts.values()].filter(
        each =>
          each.collection === collection &&
          fits(this.#postmortems.get(each.postmortem) ?? each, each),
      );
      const part = oneOf(parts, n);
      const postmortem =
        collection === 'incidents'
          ? oneOf([...this.#postmortems.values()], n)?.id
          : part?.postmortem;
      return {
        postmortem: postmortem ?? 'PM-1',
        item: part?.id,
        user: by ?? nameOf(part?.authorRef),
      };
    }
    if (operation.name === 'restoreSection') {
      const entries = [...this.#parts.values()].filter(
        each => each.collection === 'history',
      );
      const entry = oneOf(entries, n);
      return {
        postmortem: entry?.postmortem ?? 'PM-1',
        item: entry?.id,
        section: entry?.field,
        user: nameOf(this.#postmortems.get(entry?.postmortem ?? '')?.ownerRef),
      };
    }
    if (operation.name === 'addLiveUpdate') {
      const live = oneOf([...this.#live.values()], n);
      return {
        postmortem: live?.postmortem ?? 'PM-1',
        section: live?.section,
        generation: live?.generation,
        user: nameOf(this.#postmortems.get(live?.postmortem ?? '')?.ownerRef),
      };
    }
    if (root === 'deleted-postmortems') {
      return { postmortem: oneOf([...this.#deleted], n) ?? 'PM-1', user: by };
    }
    if (root !== 'postmortems') {
      const parts = [...this.#parts.values()].filter(
        each => each.collection === root,
      );
      return { postmortem: 'PM-1', item: oneOf(parts, n)?.id, user: by };
    }
    const facts = oneOf(
      [...this.#postmortems.values()].filter(each => fits(each)),
      n,
    );
    return {
      postmortem: facts?.id ?? 'PM-1',
      user: by ?? nameOf(facts?.ownerRef),
      title: facts?.title,
      contentRevision: facts?.contentRevision,
      blocker: oneOf(blockers(facts?.review), n)?.reviewerRef,
      into: oneOf(
        [...this.#postmortems.values()].filter(
          each => each.id !== facts?.id && isMergeable(each),
        ),
        n,
      )?.id,
      field: oneOf(facts?.sourceFacts ?? [], n)?.field,
      next: NEXT[facts?.status ?? ''],
    };
  }

  /** Selects one of the existing items. */
  pick(kind: Kind, n: number): string {
    const among = (values: string[]) => values[n % values.length];
    switch (kind) {
      case 'postmortem':
        return oneOf([...this.#postmortems.keys()], n) ?? 'PM-1';
      case 'action item key':
        return `A${1 + (n % 3)}`;
      case 'action item':
        return `${this.pick('postmortem', n)}/A${1 + (n % 3)}`;
      case 'item':
        return String(Math.max(1, this.#items - (n % 40)));
      case 'severity':
        return among(SEVERITIES);
      case 'source':
        return among(SOURCES);
      case 'tracker':
        return among(TRACKERS);
      case 'ticket':
        return `https://github.com/acme/shop/issues/${1 + (n % 20)}`;
      case 'cursor':
        return among([...this.#cursors, 'x']);
      case 'entity ref':
      case 'user ref': {
        const prefix = kind === 'user ref' ? 'user:' : 'component:default/';
        const fitting = REFS.filter(ref => ref.startsWith(prefix));
        return among(n % 8 === 0 ? REFS : fitting);
      }
      default:
        return among(REFS);
    }
  }
}

/** The target of a request, resolved when it is sent. */
interface About {
  postmortem: string;
  /** The id or key of a part, or of an independent resource. */
  item?: string;
  /** Its owner or author, if known. */
  user?: string;
  title?: string;
  /** Who requests changes to it. */
  blocker?: string;
  /** The section of a history entry or live document. */
  section?: string;
  /** A postmortem to merge it into. */
  into?: string;
  contentRevision?: number;
  /** Of a section's live document. */
  generation?: number;
  /** A fact with a source value. */
  field?: string;
  /** Its next status. */
  next?: string;
}

export type Kind =
  | 'postmortem'
  | 'action item key'
  | 'action item'
  | 'item'
  | 'severity'
  | 'source'
  | 'tracker'
  | 'ticket'
  | 'cursor'
  | 'ref'
  | 'entity ref'
  | 'user ref';

/** A placeholder for an existing item, resolved when the request is sent. */
export class Existing {
  constructor(private readonly find: () => string | number) {}

  toString(): string {
    return String(this.find());
  }

  toJSON(): string | number {
    return this.find();
  }
}

function blockers(review: Facts['review']) {
  return (review?.reviews ?? []).filter(each => each.blocks);
}

/** Neither published nor claimed to be. */
function isMergeable({ status, imported }: Facts): boolean {
  return status !== 'published' && !imported;
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
}

function oneOf<T>(values: T[], n: number): T | undefined {
  return values[(n >> 2) % values.length];
}

/** The name in a user reference, if the user exists. */
function nameOf(ref: string | undefined): string | undefined {
  return ref?.match(/^user:default\/(mallory|alice|sam)$/)?.[1];
}
