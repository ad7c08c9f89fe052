import type { ApiHolder } from '@backstage/frontend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { affectableEntityKinds } from '../../data/entityKinds';
import { loadScreen } from '../../data/loadScreen';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { loadEntityTab, loadList, loadPage, loadTeam } from './screens';

const loadInitialQueries = () => import('../../data/initialQueries');

type Address = Pick<Location, 'pathname' | 'search'>;

/** The entity whose tab at `path` the URL opens; undefined if it opens none. */
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

/** Ignores errors, because the screen loads the data again and shows them. */
function quietly(load: () => Promise<unknown>): void {
  load().catch(() => undefined);
}

/** Loads the query cache in parallel with the screen, and starts the screen's first queries. */
function prefetch(
  apis: ApiHolder,
  start: (
    queries: Awaited<ReturnType<typeof loadInitialQueries>>,
    api: PostmortemsApi,
  ) => void,
): void {
  const api = apis.get(postmortemsApiRef);
  if (!api) return;
  quietly(async () => start(await loadInitialQueries(), api));
}

/**
 * If the URL opens a Postmortems tab, starts loading the tab and its data while the entity is still
 * loading.
 */
export function prefetchEntityTab(
  apis: ApiHolder,
  path: string,
  { pathname, search }: Address = window.location,
): void {
  const entity = entityAt(pathname, path);
  if (!entity) return;
  if (affectableEntityKinds.includes(entity.kind)) {
    quietly(() => loadScreen(loadEntityTab));
    const ref = stringifyEntityRef(entity);
    prefetch(apis, (queries, api) => queries.prefetchEntity(api, ref, search));
  } else if (entity.kind === 'group') {
    quietly(() => loadScreen(loadEntityTab));
    quietly(loadTeam);
  }
}

/** If the URL opens the list of all postmortems, starts loading the page, the list and its data. */
export function prefetchListPage(
  apis: ApiHolder,
  path: string,
  { pathname, search }: Address = window.location,
): void {
  const page = `/${path.replace(/^\/|\/$/g, '')}`;
  if (![page, `${page}/all`].some(each => pathname.endsWith(each))) return;
  // A longer path is the tab on an entity page: /catalog/:namespace/:kind/:name/postmortems.
  if (pathname.split('/').length > 4) return;
  quietly(() => loadScreen(loadPage));
  quietly(loadList);
  prefetch(apis, (queries, api) => queries.prefetchList(api, search));
}
