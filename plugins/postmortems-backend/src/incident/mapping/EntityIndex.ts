import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import Fuse from 'fuse.js';

/** Entity kinds that incidents can affect. If names are equal, earlier kinds win. */
export const AFFECTED_KINDS = [
  'Component',
  'Resource',
  'API',
  'System',
  'Domain',
];

interface Entry {
  ref: string;
  title: string;
  name: string;
  kind: number;
  inDefault: boolean;
}

/** Maximum distance for suggested names, from 0 (equal) to 1 (anything). */
const SUGGESTION_THRESHOLD = 0.4;

/** Words too common in service names to match by. */
const GENERIC = new Set(['service', 'api', 'app', 'prod', 'production', 'the']);

/** Index of catalog entities by annotation and name. */
export class EntityIndex {
  readonly #byAnnotation = new Map<string, string[]>();
  readonly #byName = new Map<string, Entry[]>();
  readonly #entries: Entry[];
  #fuse?: Fuse<Entry>;

  /** @param annotations - service annotations used by all sources */
  constructor(entities: Entity[], annotations: string[]) {
    this.#entries = entities.map(toEntry);
    for (const [index, entity] of entities.entries()) {
      const entry = this.#entries[index];
      for (const name of new Set([entry.name, entry.title].map(plainName))) {
        add(this.#byName, name, entry);
      }
      for (const annotation of annotations) {
        const value = entity.metadata.annotations?.[annotation] ?? '';
        for (const id of value.split(',')) {
          if (id.trim()) {
            add(this.#byAnnotation, annotationKey(annotation, id), entry.ref);
          }
        }
      }
    }
  }

  /** Entities that have one of the values in one of the annotations. */
  byAnnotation(annotations: string[], values: string[]): string[] {
    const refs = annotations.flatMap(annotation =>
      values.flatMap(
        value => this.#byAnnotation.get(annotationKey(annotation, value)) ?? [],
      ),
    );
    return [...new Set(refs)];
  }

  /**
   * The entity with this name or title. If there are several, the kind decides, and then the
   * default namespace; undefined if neither does.
   */
  byName(name: string): string | undefined {
    const plain = plainName(name);
    const found = plain ? this.#byName.get(plain) ?? [] : [];
    const [first, second] = [...found].sort(
      (a, b) => a.kind - b.kind || Number(b.inDefault) - Number(a.inDefault),
    );
    const isChoice =
      second &&
      second.kind === first.kind &&
      second.inDefault === first.inDefault;
    return isChoice ? undefined : first?.ref;
  }

  /**
   * Entities with a similar name, best match first: those with a similar full name, then those with
   * a similar word.
   */
  suggest(name: string, limit: number): { entityRef: string; title: string }[] {
    this.#fuse ??= new Fuse(
      [...this.#entries].sort((a, b) => a.kind - b.kind),
      {
        keys: [
          { name: 'name', getFn: entry => words(entry.name).join(' ') },
          { name: 'title', getFn: entry => words(entry.title).join(' ') },
        ],
        threshold: SUGGESTION_THRESHOLD,
        ignoreFieldNorm: true,
      },
    );
    const telling = words(name).filter(word => !GENERIC.has(word));
    const found = [words(name).join(' '), ...telling].flatMap(
      text => this.#fuse?.search(text, { limit }) ?? [],
    );
    return [...new Set(found.map(({ item }) => item))]
      .slice(0, limit)
      .map(({ ref, title }) => ({ entityRef: ref, title }));
  }
}

function words(name: string): string[] {
  return name
    .toLocaleLowerCase('en')
    .split(/[\s._/()[\]-]+/)
    .filter(word => word !== '');
}

/** Normalizes case, spaces and dashes in a name. */
export function plainName(name: string): string {
  return name.toLocaleLowerCase('en').replace(/[\s._-]+/g, '');
}

function toEntry(entity: Entity): Entry {
  const { name, title, namespace = 'default' } = entity.metadata;
  return {
    ref: stringifyEntityRef(entity),
    title: title ?? name,
    name,
    kind: AFFECTED_KINDS.findIndex(
      kind => kind.toLowerCase() === entity.kind.toLowerCase(),
    ),
    inDefault: namespace === 'default',
  };
}

function annotationKey(annotation: string, value: string): string {
  return `${annotation} ${value.trim().toLocaleLowerCase('en')}`;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
