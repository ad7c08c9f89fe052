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

import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import Fuse from 'fuse.js';

/** The kinds of entities that can be affected, in the order in which a name stands for them. */
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

/** How alike names must be to be suggested: 0 is the same, 1 anything. */
const SUGGESTION_THRESHOLD = 0.4;

/** Words that any service may have in its name. */
const GENERIC = new Set(['service', 'api', 'app', 'prod', 'production', 'the']);

/** What entities of the catalog are called, by annotation and by name. */
export class EntityIndex {
  readonly #byAnnotation = new Map<string, string[]>();
  readonly #byName = new Map<string, Entry[]>();
  readonly #entries: Entry[];
  #fuse?: Fuse<Entry>;

  /**
   * @param annotations - those by which entities name services, of all sources
   */
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

  /** The entities that name one of these values by one of these annotations. */
  byAnnotation(annotations: string[], values: string[]): string[] {
    const refs = annotations.flatMap(annotation =>
      values.flatMap(
        value => this.#byAnnotation.get(annotationKey(annotation, value)) ?? [],
      ),
    );
    return [...new Set(refs)];
  }

  /** The one entity with this name or title; undefined where there is none, or a choice. */
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
   * Entities with a name like this one, the likeliest first: like the name as a whole, then like
   * one of its words.
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

/** A name without what people write now one way, now another: case, spaces, dashes. */
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
