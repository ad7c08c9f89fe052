import { InputError } from '@backstage/errors';
import type {
  SeverityChange,
  SeverityDefinition,
} from 'backstage-plugin-postmortems-common';

/** The configured severities, in order, with their aliases. */
export class SeverityScale {
  readonly definitions: SeverityDefinition[];

  readonly #byName = new Map<string, SeverityDefinition>();

  /** @param severities - most severe first; ids and aliases must be unique, ignoring case */
  constructor(severities: { id: string; aliases?: string[] }[]) {
    this.definitions = severities.map(({ id, aliases = [] }, index) => ({
      id,
      rank: index + 1,
      aliases,
    }));
    for (const definition of this.definitions) {
      for (const name of [definition.id, ...definition.aliases]) {
        this.#byName.set(name.toLocaleLowerCase('en'), definition);
      }
    }
  }

  /**
   * Resolves a severity id or alias, ignoring case, to the id.
   *
   * @param field - name of the field, for the error message
   * @throws InputError if no severity has that name
   */
  resolve(text: string, field: string): string {
    const definition = this.#find(text);
    if (!definition) {
      throw new InputError(
        `${field} must be one of ${this.describe()}, not "${text}"`,
      );
    }
    return definition.id;
  }

  /** Whether a text is a severity id or alias, ignoring case. */
  has(text: string): boolean {
    return this.#find(text) !== undefined;
  }

  /** Resolves a severity id or alias to the id. Returns any other text unchanged. */
  canonical(text: string): string {
    return this.#find(text)?.id ?? text;
  }

  /**
   * The rank of a severity; 1 is the most severe. A severity that is no longer configured ranks
   * last, so that old data stays readable.
   */
  rank(id: string): number {
    return this.#find(id)?.rank ?? this.definitions.length + 1;
  }

  /** Orders severities by rank, most severe first. */
  compare(a: string, b: string): number {
    return this.rank(a) - this.rank(b);
  }

  /**
   * The governing severity: the highest ever reached, except those declared by mistake. If several
   * rank equal because they are no longer configured, returns the first.
   *
   * @param history - at least one change
   */
  governing(
    history: Pick<SeverityChange, 'severity' | 'declaredByMistake'>[],
  ): string {
    const meant = history.filter(change => !change.declaredByMistake);
    return (meant.length > 0 ? meant : history)
      .map(({ severity }) => this.canonical(severity))
      .reduce((highest, next) =>
        this.compare(next, highest) < 0 ? next : highest,
      );
  }

  /**
   * Keeps the peak of an earlier history. If the new history never gets as high, the earlier
   * changes up to the peak are put before it. Corrected severities stay marked.
   */
  keepPeak(
    before: SeverityChange[],
    after: SeverityChange[],
  ): SeverityChange[] {
    const peak = this.governing(before);
    const marked = this.keepMistakes(before, after);
    const meant = marked.filter(change => !change.declaredByMistake);
    if (meant.length > 0 && this.compare(this.governing(meant), peak) <= 0) {
      return marked;
    }
    const reached = before.findIndex(
      ({ severity, declaredByMistake }) =>
        !declaredByMistake && this.canonical(severity) === peak,
    );
    const kept = before.slice(0, reached + 1);
    const { at } = kept[kept.length - 1];
    const added = marked.filter(
      change => change.at >= at && !kept.some(each => isSame(each, change)),
    );
    const latest = meant[meant.length - 1];
    const isSaid = !latest || added.some(change => isSame(change, latest));
    return [...kept, ...added, ...(isSaid ? [] : [{ ...latest, at }])];
  }

  /** Marks the changes that another history marks as declared by mistake. */
  keepMistakes(
    corrected: SeverityChange[],
    history: SeverityChange[],
  ): SeverityChange[] {
    const mistakes = corrected.filter(change => change.declaredByMistake);
    if (mistakes.length === 0) return history;
    return history.map(change =>
      mistakes.some(each => isSame(each, change))
        ? { ...change, declaredByMistake: true }
        : change,
    );
  }

  /**
   * Corrects the governing severity in a history, marking higher ones as declared by mistake.
   *
   * @param wanted - a configured severity
   * @param reason - for the correction
   */
  correct(
    history: SeverityChange[],
    wanted: string,
    reason?: string,
  ): SeverityChange[] {
    const marked = history.map(change =>
      this.compare(change.severity, wanted) < 0
        ? { ...change, declaredByMistake: true }
        : change,
    );
    const isReached = marked.some(
      ({ severity, declaredByMistake }) =>
        !declaredByMistake && this.canonical(severity) === wanted,
    );
    if (isReached) return marked;
    const { at } = marked[marked.length - 1];
    return [...marked, { severity: wanted, at, ...(reason && { reason }) }];
  }

  /** Lists all severities with their aliases, for error messages. */
  describe(): string {
    return this.definitions
      .map(({ id, aliases }) =>
        aliases.length > 0 ? `${id} (${aliases.join(', ')})` : id,
      )
      .join(', ');
  }

  #find(text: string): SeverityDefinition | undefined {
    return this.#byName.get(text.trim().toLocaleLowerCase('en'));
  }
}

function isSame(one: SeverityChange, other: SeverityChange): boolean {
  return one.severity === other.severity && one.at === other.at;
}
