import { LIVE_TEXT } from 'backstage-plugin-postmortems-common';
import type {
  LiveUpdates,
  PostmortemsApi,
  SectionKey,
  StoredLiveUpdate,
} from 'backstage-plugin-postmortems-common';
import * as Y from 'yjs';

/** An editor in a browser: has its own document, and sends and receives when told to. */
export class LiveClient {
  readonly document = new Y.Doc();
  generation = 0;
  #since = 0;
  #unsent: Uint8Array[] = [];

  constructor(
    private readonly api: PostmortemsApi,
    private readonly params: { id: string; key: SectionKey },
  ) {
    this.document.on('update', (update, origin) => {
      if (origin !== this) this.#unsent.push(update);
    });
  }

  get text(): string {
    return this.document.getText(LIVE_TEXT).toString();
  }

  /** Starts or joins, or joins again after losing the connection. */
  async open(): Promise<void> {
    this.#receive(await this.api.openLiveDocument({ params: this.params }));
  }

  insert(at: number, text: string): void {
    this.document.getText(LIVE_TEXT).insert(at, text);
  }

  remove(at: number, length: number): void {
    this.document.getText(LIVE_TEXT).delete(at, length);
  }

  append(text: string): void {
    this.insert(this.text.length, text);
  }

  /** @param lost - whether the response gets lost, so that this is sent again */
  async send(lost = false): Promise<StoredLiveUpdate | undefined> {
    // A copy, because more may be typed while this is sent.
    const sent = [...this.#unsent];
    if (sent.length === 0) return undefined;
    const stored = await this.sendUpdate(Y.mergeUpdates(sent));
    if (!lost) this.#unsent = this.#unsent.filter(each => !sent.includes(each));
    return stored;
  }

  sendUpdate(update: Uint8Array): Promise<StoredLiveUpdate> {
    return this.api.addLiveUpdate({
      params: this.params,
      body: {
        generation: this.generation,
        update: Buffer.from(update).toString('base64'),
      },
    });
  }

  async receive(): Promise<void> {
    this.#receive(
      await this.api.listLiveUpdates({
        params: this.params,
        query: { generation: this.generation, since: this.#since },
      }),
    );
  }

  async typeAtEnd(text: string): Promise<void> {
    this.append(text);
    await this.send();
  }

  #receive({ generation, sequence, updates }: LiveUpdates): void {
    if (this.generation && generation !== this.generation) {
      throw new Error(`Generation ${this.generation} became ${generation}`);
    }
    this.generation = generation;
    this.#since = sequence;
    for (const update of updates) {
      Y.applyUpdate(this.document, Buffer.from(update, 'base64'), this);
    }
  }
}
