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

import type { ApiHolder } from '@backstage/frontend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { askAhead, loadScreen, postmortemsApiRef } from '../api';
import { affectableEntityKinds } from '../entityKinds';
import { questionsOfEntity, questionsOfList } from '../firstQuestions';
import { loadEntityTab, loadList, loadPage, loadTeam } from './screens';

type Address = Pick<Location, 'pathname' | 'search'>;

/** Of which entity an address shows the tab at `path`, if it does. */
function entityAt(pathname: string, path: string) {
  const end = `/${path.replace(/^\/|\/$/g, '')}`;
  const page = pathname.replace(/\/$/, '');
  if (!page.endsWith(end)) return undefined;
  const [namespace, kind, name] = page
    .slice(0, -end.length)
    .split('/')
    .slice(-3)
    .map(decodeURIComponent);
  return name ? { namespace, kind: kind.toLowerCase(), name } : undefined;
}

/** Loads what may fail: whoever shows it loads it again, and tells. */
function quietly(load: () => Promise<unknown>): void {
  load().catch(() => undefined);
}

/**
 * Where the portal is opened at the address of a Postmortems tab, or goes there, begins to load the
 * tab and its data beside the entity, not after it.
 */
export function openEntityTabAhead(
  apis: ApiHolder,
  path: string,
  { pathname, search }: Address = window.location,
): void {
  const entity = entityAt(pathname, path);
  if (!entity) return;
  if (affectableEntityKinds.includes(entity.kind)) {
    quietly(() => loadScreen(loadEntityTab));
    const ref = stringifyEntityRef(entity);
    askAhead(apis.get(postmortemsApiRef), questionsOfEntity(ref, search));
  } else if (entity.kind === 'group') {
    quietly(() => loadScreen(loadEntityTab));
    quietly(loadTeam);
  }
}

/** The same for the list of all postmortems, which stands in a page of ours. */
export function openListAhead(
  apis: ApiHolder,
  path: string,
  { pathname, search }: Address = window.location,
): void {
  const page = `/${path.replace(/^\/|\/$/g, '')}`;
  if (![page, `${page}/all`].some(each => pathname.endsWith(each))) return;
  // Unless it is the tab of an entity.
  if (pathname.split('/').length > 4) return;
  quietly(() => loadScreen(loadPage));
  quietly(loadList);
  askAhead(apis.get(postmortemsApiRef), questionsOfList(search));
}
