import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The page for all postmortems. @public */
export const rootRouteRef = createRouteRef({ id: 'postmortems' });

/** The form that starts a postmortem; `?entityRef=` preselects the affected entity. @public */
export const newPostmortemRouteRef = createSubRouteRef({
  id: 'postmortems/new',
  parent: rootRouteRef,
  path: '/new',
});

/** A single postmortem, by an id such as `PM-42`. @public */
export const postmortemRouteRef = createSubRouteRef({
  id: 'postmortems/postmortem',
  parent: rootRouteRef,
  path: '/:id',
});

/** Path of the incident sources sub-page, relative to the page for all postmortems. */
export const INCIDENT_SOURCES_PATH = 'incident-sources';

/** Path of the page with deleted postmortems, relative to the page for all postmortems. */
export const DELETED_PATH = 'deleted';
