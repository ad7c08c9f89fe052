import type {
  PostmortemsApi,
  Section,
  SectionKey,
} from 'backstage-plugin-postmortems-common';
import { refusal } from '../../__testUtils__/harness';
import { linesOf, wordsIn } from './words';

type Params = { id: string; key: SectionKey };

/** Someone, such as an agent, who writes a section over REST. */
export class RestWriter {
  /** Words in accepted writes. */
  readonly added: string[] = [];
  /** Words that accepted writes removed. */
  readonly removed: string[] = [];
  #read?: Section;

  constructor(
    private readonly api: PostmortemsApi,
    private readonly params: Params,
  ) {}

  async text(): Promise<string> {
    return (await this.#get()).markdown;
  }

  /**
   * Inserts a line with a word.
   *
   * @param replaces - whether the word replaces another line
   * @param stale - whether the change is based on an earlier read
   */
  async put(
    where: number,
    nextWord: () => string,
    replaces: boolean,
    stale: boolean,
  ): Promise<void> {
    const read = (stale && this.#read) || (await this.#get());
    this.#read = read;
    const places = linesOf(read.markdown);
    const { at, line } = places[where % places.length];
    const word = nextWord();
    const rest = read.markdown.slice(at + (replaces ? line.length : 0));
    const isAccepted = await this.#accepted(
      this.api.putSection({
        params: this.params,
        body: {
          markdown: `${read.markdown.slice(0, at)}${word}\n${rest}`,
          base: read.markdown,
        },
        ifMatch: read.revision,
      }),
    );
    if (!isAccepted) return;
    this.added.push(word);
    if (replaces) this.removed.push(...wordsIn(line));
  }

  async restore(entry: number, version: 'before' | 'after'): Promise<void> {
    const { revision } = await this.#get();
    const edits = await editsOf(this.api, this.params);
    await this.#accepted(
      this.api.restoreSection({
        params: this.params,
        body: { entryId: edits[entry % edits.length].id, version },
        ifMatch: revision,
      }),
    );
  }

  async #get(): Promise<Section> {
    const { sections } = await this.api.getPostmortem({ params: this.params });
    return sections.find(({ key }) => key === this.params.key)!;
  }

  /** Whether a write was accepted, rather than refused as outdated. */
  async #accepted(write: Promise<unknown>): Promise<boolean> {
    try {
      await write;
      return true;
    } catch (error) {
      const { status } = await refusal(write);
      if (status !== 412) throw error;
      return false;
    }
  }
}

/** The words that were removed by restoring earlier texts. */
export async function removedByRestoring(
  api: PostmortemsApi,
  params: Params,
): Promise<string[]> {
  const edits = await editsOf(api, params);
  return edits
    .filter(({ action }) => action === 'section-restored')
    .flatMap(({ before, after }) => {
      const kept = wordsIn(String(after ?? ''));
      return wordsIn(String(before ?? '')).filter(word => !kept.includes(word));
    });
}

async function editsOf(api: PostmortemsApi, params: Params) {
  const { items } = await api.listHistory({ params, query: { limit: 100 } });
  return items.filter(({ field }) => field === params.key);
}
