/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/** What there is in the catalog and the configuration of the portal. */
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

/** More is not remembered of anything; of the latest most is still there. */
const MOST = 30;

/** As much of a postmortem as decides what can be done with it. */
interface Facts {
  id: string;
  ownerRef?: string;
  status?: string;
  completedAt?: string;
  contentRevision?: number;
  deadline?: unknown;
  waiver?: unknown;
  extension?: unknown;
  meeting?: { scheduledFor?: string };
  sourceFacts?: { field: string }[];
}

/** Something below a postmortem, such as a comment, or that stands on its own (then of none). */
interface Part {
  /** The segment of the path that it stands behind, such as `comments`. */
  collection: string;
  postmortem: string;
  id: string;
  authorRef?: string;
  ticket?: unknown;
}

/** What of a postmortem is asked for by an id or key of its own. */
const PARTS = [
  'action-items',
  'comments',
  'contributing-factors',
  'incidents',
  'timeline',
];

/** How a postmortem goes on. */
const NEXT: Record<string, string> = {
  draft: 'in-review',
  'in-review': 'published',
  published: 'draft',
};

/**
 * What an operation cannot succeed without. Most of its requests are about a postmortem or a part
 * that has it, as far as there is one.
 */
const NEEDS: Record<string, (facts: Facts, part?: Part) => unknown> = {
  addReview: ({ status }) => status === 'in-review',
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

/** What there is in the portal by now, as far as its answers tell. */
export class Known {
  readonly #postmortems = new Map<string, Facts>();
  readonly #parts = new Map<string, Part>();
  #items = 1;
  #cursors: string[] = [];

  /**
   * Learns from an answer what there is.
   *
   * @param path - what was asked for, such as `/postmortems/PM-1/comments`
   */
  learnFrom(method: string, path: string, text: string): void {
    const [, , id, collection, part] = path.split('/');
    if (method === 'delete' && text === '') {
      if (part) this.#parts.delete(`${collection}/${id}/${part}`);
      else this.#postmortems.delete(id);
    }
    for (const [, item] of text.matchAll(/"id":"(\d+)"/g)) {
      this.#items = Math.max(this.#items, Number(item));
    }
    for (const [, cursor] of text.matchAll(/Cursor":"([^"]+)"/g)) {
      this.#cursors = [cursor, ...this.#cursors].slice(0, 20);
    }
    if (!text.startsWith('{')) return;
    const answer = JSON.parse(text);
    for (const each of answer.items ?? [answer]) {
      if (/^PM-\d+$/.test(each.id)) this.#learnPostmortem(each);
      else if (/^PM-\d+\/A\d+$/.test(each.id)) this.#learnActionItem(each);
      else if (/^\d+$/.test(each.id)) {
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
    // What lists leave out is not gone.
    const isWhole = answer.timeline !== undefined;
    if (!isWhole && this.#postmortems.has(id)) return;
    remember(this.#postmortems, id, answer);
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

  /** What a request can be about, by a number that decides which. */
  about(operation: { name: string; path: string }, n: number): About {
    const [, root, , collection, ofPart] = operation.path.split('/');
    const need = NEEDS[operation.name];
    // Not always, as what happens without it matters too.
    const fits = (facts: Facts, part?: Part) =>
      n % 4 === 0 || !need || need(facts, part);
    if (PARTS.includes(collection) && ofPart) {
      // Any postmortem can cover an incident; all else is reached below its own.
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
        user: nameOf(part?.authorRef),
      };
    }
    if (root !== 'postmortems') {
      const parts = [...this.#parts.values()].filter(
        each => each.collection === root,
      );
      return { postmortem: 'PM-1', item: oneOf(parts, n)?.id };
    }
    const facts = oneOf(
      [...this.#postmortems.values()].filter(each => fits(each)),
      n,
    );
    return {
      postmortem: facts?.id ?? 'PM-1',
      user: nameOf(facts?.ownerRef),
      contentRevision: facts?.contentRevision,
      field: oneOf(facts?.sourceFacts ?? [], n)?.field,
      next: NEXT[facts?.status ?? ''],
    };
  }

  /** One of those that there are. */
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

/** What a request is about, by what is known in the moment of sending it. */
interface About {
  postmortem: string;
  /** The id or key of a part of it, or of what stands on its own. */
  item?: string;
  /** Whom it belongs to, where that is known. */
  user?: string;
  contentRevision?: number;
  /** A fact that its incident source says something of. */
  field?: string;
  /** The status that it can go on to. */
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

/** Stands for something that there will be when the request is sent, which nobody knows before. */
export class Existing {
  constructor(private readonly find: () => string | number) {}

  toString(): string {
    return String(this.find());
  }

  toJSON(): string | number {
    return this.find();
  }
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
}

function oneOf<T>(values: T[], n: number): T | undefined {
  return values[(n >> 2) % values.length];
}

/** Without its kind, and only of people of the portal. */
function nameOf(ref: string | undefined): string | undefined {
  return ref?.match(/^user:default\/(mallory|alice|sam)$/)?.[1];
}
