import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The page for all postmortems. @public */
export const rootRouteRef = createRouteRef({ id: 'postmortems' });

/** The form that starts a postmortem; `?entityRef=` preselects the affected entity. @public */
export const newPostmortemRouteRef = createSubRouteRef({
  id: 'postmortems/new',
  parent: rootRouteRef,
  path: '/new',
});

/** One postmortem, by its id such as `PM-42`. @public */
export const postmortemRouteRef = createSubRouteRef({
  id: 'postmortems/postmortem',
  parent: rootRouteRef,
  path: '/:id',
});

/** The sub-page of incident sources, below the page for all postmortems. */
export const INCIDENT_SOURCES_PATH = 'incident-sources';

/** The page of deleted postmortems, below the page for all postmortems. */
export const DELETED_PATH = 'deleted';
