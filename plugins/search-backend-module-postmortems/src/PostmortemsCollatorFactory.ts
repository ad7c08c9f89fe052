import { Readable } from 'node:stream';
import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  POSTMORTEMS_SEARCH_TYPE,
  postmortemReadPermission,
} from 'backstage-plugin-postmortems-common';
import type {
  FoundPostmortem,
  PostmortemSearchDocument,
} from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';

/** Postmortems per request, which limits memory: each can have 100,000 characters. */
const PAGE_SIZE = 50;

export interface PostmortemsCollatorOptions {
  auth: AuthService;
  postmortems: Pick<PostmortemsService, 'listPostmortems'>;
  /** Returns the path of a postmortem's page. */
  locationOf: (id: string) => string;
}

/**
 * Reads all postmortems that aren't restricted, page by page.
 *
 * Restricted ones are left out: the search plugin only checks the portal's policy, which doesn't
 * know who is involved in a postmortem, and checks nothing if permissions are disabled.
 */
export class PostmortemsCollatorFactory implements DocumentCollatorFactory {
  readonly type = POSTMORTEMS_SEARCH_TYPE;
  readonly visibilityPermission = postmortemReadPermission;
  readonly #options: PostmortemsCollatorOptions;

  constructor(options: PostmortemsCollatorOptions) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<IndexableDocument> {
    const { auth, postmortems } = this.#options;
    let isEmpty = true;
    let cursor: string | undefined;
    do {
      const { items, pageInfo } = await postmortems.listPostmortems(
        {
          query: {
            limit: PAGE_SIZE,
            cursor,
            totalItems: 'exclude',
            text: 'include',
          },
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      for (const item of items) {
        if (item.visibility !== 'internal') continue;
        isEmpty = false;
        yield this.#toDocument(item);
      }
      cursor = pageInfo.nextCursor;
    } while (cursor);
    // Search engines keep the previous index if they receive no documents. It would still contain
    // the text of the last postmortem, even if that was restricted since.
    if (isEmpty) yield this.#pageOfAll();
  }

  #pageOfAll(): IndexableDocument {
    return {
      title: 'Postmortems',
      text: '',
      location: this.#options.locationOf(''),
    };
  }

  #toDocument(postmortem: FoundPostmortem): PostmortemSearchDocument {
    const { id, title, text = '' } = postmortem;
    return {
      title: `${id} ${title}`,
      text,
      location: this.#options.locationOf(id),
      postmortemId: id,
      severity: postmortem.severity,
      governingSeverity: postmortem.governingSeverity,
      status: postmortem.status,
      startedAt: postmortem.startedAt,
      entityRefs: postmortem.entityRefs,
      teamRefs: postmortem.teamRefs,
      labels: postmortem.labels,
      authorization: { resourceRef: id },
    };
  }
}
