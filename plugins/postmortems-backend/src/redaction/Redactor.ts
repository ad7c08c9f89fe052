import { REDACTED, truncateText } from 'backstage-plugin-postmortems-common';
import type { AuthorRun } from '../postmortem/integrity/authorship';

/** Replacement where brackets are invalid, such as in URLs and labels. */
const REDACTED_WORD = 'redacted';

/**
 * Fields in stored objects that hold references, times or enum values. They can't contain free
 * text, and replacing part of a value would make the object unreadable.
 */
const STRUCTURAL =
  /(Refs?|At|Revision)$|^(at|kind|timelineKind|status|severity|priority|category|outcome|visibility|verdict|action|incident|into|mergedInto|id|otherIds|group|entityRef|since)$/;

/** Values that consist entirely of a time or an id. */
const TIME_OR_ID =
  /^(\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)|PM-\d+(\/A\d+)?|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Replaces a text, ignoring case, in all kinds of stored values, and counts occurrences. */
export class Redactor {
  occurrences = 0;
  readonly #pattern: RegExp;

  constructor(text: string) {
    const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    this.#pattern = new RegExp(literal, 'giu');
  }

  isIn(value: string): boolean {
    return value.search(this.#pattern) >= 0;
  }

  /** @param max - maximum length of the result */
  text(value: string, max: number = Infinity): string {
    return truncateText(this.#replace(value, REDACTED), max);
  }

  /** Redacts a URL or label so that it stays valid. */
  word(value: string, max: number = Infinity): string {
    return truncateText(this.#replace(value, REDACTED_WORD), max);
  }

  /**
   * Redacts a JSON value recursively.
   *
   * @param name - the name of the value's field, which determines how to treat it
   * @param everything - whether to redact even fields that usually hold references, times or enum
   * values
   */
  json(value: unknown, name = '', everything = false): unknown {
    if (typeof value === 'string') {
      if (!everything) {
        if (STRUCTURAL.test(name) || TIME_OR_ID.test(value)) return value;
      }
      return name === 'url' || name === 'labels'
        ? this.word(value)
        : this.text(value);
    }
    if (Array.isArray(value)) {
      return value.map(each => this.json(each, name, everything));
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        STRUCTURAL.test(key) && !everything
          ? each
          : this.json(each, key, everything),
      ]),
    );
  }

  /**
   * Redacts a text with authorship. The replacement is attributed to the authors of the replaced
   * text.
   */
  authored(
    markdown: string,
    runs: AuthorRun[],
  ): { markdown: string; authorship: AuthorRun[] } {
    const authorship: AuthorRun[] = [];
    const add = ([author, length]: AuthorRun) => {
      if (length === 0) return;
      const last = authorship[authorship.length - 1];
      if (last?.[0] === author) last[1] += length;
      else authorship.push([author, length]);
    };
    let place = 0;
    for (const match of markdown.matchAll(this.#pattern)) {
      slice(runs, place, match.index).forEach(add);
      place = match.index + match[0].length;
      share(slice(runs, match.index, place), REDACTED.length).forEach(add);
    }
    slice(runs, place, markdown.length).forEach(add);
    return { markdown: this.text(markdown), authorship };
  }

  /** Redacts a delivery's body: usually JSON, otherwise any text. */
  body(body: Buffer): Buffer {
    const text = body.toString('utf8');
    let redacted: string;
    try {
      redacted = JSON.stringify(this.json(JSON.parse(text), '', true));
    } catch {
      redacted = this.text(text);
    }
    return Buffer.from(redacted, 'utf8');
  }

  #replace(value: string, by: string): string {
    return value.replace(this.#pattern, () => {
      this.occurrences += 1;
      return by;
    });
  }
}

/** The authorship of part of a text. */
function slice(runs: AuthorRun[], from: number, to: number): AuthorRun[] {
  const found: AuthorRun[] = [];
  let place = 0;
  for (const [author, length] of runs) {
    const start = Math.max(from, place);
    const end = Math.min(to, place + length);
    if (end > start) found.push([author, end - start]);
    place += length;
  }
  return found;
}

/** Divides a new length among the authors in proportion. The last author gets the remainder. */
function share(runs: AuthorRun[], length: number): AuthorRun[] {
  const total = runs.reduce((sum, [, own]) => sum + own, 0);
  let given = 0;
  let seen = 0;
  return runs.map(([author, own]) => {
    seen += own;
    const upTo = Math.round((length * seen) / total);
    const part = upTo - given;
    given = upTo;
    return [author, part];
  });
}
