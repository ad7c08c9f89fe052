const PREFIX = 'postmortems/draft/';

/**
 * Identifies a draft. Each open editor has its own key, so that browser tabs don't overwrite each
 * other's drafts.
 */
export interface DraftKey {
  postmortemId: string;
  /** What the text is for, such as `summary` or `timeline/new`. */
  part: string;
  /** Id of the editor or form; `''` for drafts from earlier releases. */
  writer: string;
}

/** Text that the server has not confirmed yet. */
export interface Draft<T = unknown> extends DraftKey {
  /** A text, or a form's values. The draft is removed once the server has confirmed this value. */
  value: T;
  /** The value in readable form, for copying. */
  text: string;
  /** The saved value that the draft is based on. */
  base?: unknown;
  at: string;
  /** The author, because several people may share a browser. */
  by?: string;
}

/** The data that an editor or form stores. */
export type Written = Pick<Draft, 'value' | 'text' | 'base'> &
  Partial<Pick<Draft, 'at'>>;

type Stored = Pick<Draft, 'value' | 'text' | 'base' | 'at' | 'by'>;

/** Fallback for text that the browser refuses to store; lasts while the page is open. */
const memory = new Map<string, string>();
/** Addresses of drafts whose editor is open in this tab. `quiet`: see `setOpen`. */
const open = new Map<string, { quiet: boolean }>();
const listeners = new Set<() => void>();
let author: string | undefined;

function addressOf({ postmortemId, part, writer }: DraftKey): string {
  return `${PREFIX}${postmortemId}/${part}#${writer}`;
}

function keyOf(address: string): DraftKey | undefined {
  const [, postmortemId, part, writer = ''] =
    /^postmortems\/draft\/([^/]+)\/([^#]*)(?:#(.*))?$/.exec(address) ?? [];
  return postmortemId ? { postmortemId, part, writer } : undefined;
}

/**
 * All addresses at which the draft with this key may be stored. Drafts of earlier releases have no
 * writer (`''`), and their addresses may lack the `#`, so both forms are tried.
 */
function addressesOf(key: DraftKey): string[] {
  const address = addressOf(key);
  return key.writer ? [address] : [address.slice(0, -1), address];
}

function emit(): void {
  for (const listener of listeners) listener();
}

function addresses(): string[] {
  const known = new Set(memory.keys());
  try {
    for (const address of Object.keys(window.localStorage)) known.add(address);
  } catch {
    // A browser without storage has no drafts.
  }
  return [...known];
}

function rawAt(address: string): string | undefined {
  try {
    return (
      memory.get(address) ?? window.localStorage.getItem(address) ?? undefined
    );
  } catch {
    return memory.get(address);
  }
}

function storedAt(address: string): Stored | undefined {
  const raw = rawAt(address);
  if (raw === undefined) return undefined;
  try {
    const { markdown, ...stored } = JSON.parse(raw);
    // Earlier releases stored only sections, as `markdown`.
    const draft = { value: markdown, text: markdown, ...stored };
    return typeof draft.text === 'string' && typeof draft.at === 'string'
      ? draft
      : undefined;
  } catch {
    return undefined;
  }
}

function remove(address: string): void {
  memory.delete(address);
  try {
    window.localStorage.removeItem(address);
  } catch {
    // Without storage, there is nothing to remove.
  }
}

/** Deep equality of plain JSON values. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Sets the author in this tab. Other people's drafts are hidden. */
export function setAuthor(userRef: string | undefined): void {
  if (userRef === author) return;
  author = userRef;
  emit();
}

/**
 * Stores a draft, replacing the writer's previous one.
 *
 * @param written - `at` is the time of writing and defaults to now
 */
export function keepDraft(
  key: DraftKey,
  { value, text, base, at = new Date().toISOString() }: Written,
): void {
  const stored: Stored = { value, text, base, at, by: author };
  const address = addressOf(key);
  const raw = JSON.stringify(stored);
  try {
    window.localStorage.setItem(address, raw);
    memory.delete(address);
  } catch {
    memory.set(address, raw);
  }
  // The rest of the page doesn't need to know about typing in an open editor.
  if (!open.get(address)?.quiet) emit();
}

/**
 * Removes a draft if it still equals `value`, which the server confirmed or the author saw and
 * discarded. No other code removes drafts.
 */
export function removeDraft(key: DraftKey, value: unknown): void {
  for (const address of addressesOf(key)) {
    const stored = storedAt(address);
    if (stored && isSame(stored.value, value)) {
      remove(address);
      emit();
    }
  }
}

/** Returns the draft with this key, by any author. */
export function draftAt(key: DraftKey): Draft | undefined {
  for (const address of addressesOf(key)) {
    const stored = storedAt(address);
    if (stored) return { ...key, ...stored };
  }
  return undefined;
}

/**
 * Returns the author's drafts for a postmortem, newest first. By default, leaves out those that an
 * open editor in this tab shows.
 *
 * @param withOpen - whether to include them
 */
export function draftsOf(postmortemId: string, withOpen = false): Draft[] {
  return addresses()
    .flatMap(address => {
      const key = keyOf(address);
      if (key?.postmortemId !== postmortemId) return [];
      if (!withOpen && open.get(address)?.quiet) return [];
      const stored = storedAt(address);
      if (!stored || (stored.by && stored.by !== author)) return [];
      return [{ ...key, ...stored }];
    })
    .sort((a, b) => b.at.localeCompare(a.at));
}

/** Returns the author's drafts for a part whose editor is no longer open, newest first. */
export function abandonedDrafts(postmortemId: string, part: string): Draft[] {
  return draftsOf(postmortemId).filter(
    draft => draft.part === part && !isOpen(draft),
  );
}

/** Returns the newest draft for a part whose editor is no longer open. */
export function latestDraft(
  postmortemId: string,
  part: string,
): Draft | undefined {
  return abandonedDrafts(postmortemId, part)[0];
}

/** Whether a draft's editor is open in this tab. */
export function isOpen(key: DraftKey): boolean {
  return open.has(addressOf(key));
}

/**
 * Marks an editor as open until the returned function is called.
 *
 * @param quiet - whether the editor itself shows and saves the text, so that the page needn't list
 *   it as unsaved
 */
export function setOpen(key: DraftKey, quiet: boolean): () => void {
  const address = addressOf(key);
  const entry = { quiet };
  // Without a draft, there is nothing to announce.
  const changed = () => {
    if (rawAt(address) !== undefined) emit();
  };
  open.set(address, entry);
  changed();
  return () => {
    if (open.get(address) === entry) open.delete(address);
    changed();
  };
}

/** How long a draft in another tab must be unchanged before it is announced, in milliseconds. */
const OTHER_TAB_PAUSE = 10_000;

/**
 * Calls `listener` on changes until the returned function is called. Typing in another tab is
 * announced after a pause, removal right away.
 */
export function onDraftsChange(listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function onStorage(event: StorageEvent) {
    if (event.key !== null && !event.key.startsWith(PREFIX)) return;
    clearTimeout(timer);
    if (event.newValue === null) listener();
    else timer = setTimeout(listener, OTHER_TAB_PAUSE);
  }
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  return () => {
    clearTimeout(timer);
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
}
