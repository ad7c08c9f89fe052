import type { Status } from '../postmortem/model';

/**
 * Type of postmortems in the portal's search.
 *
 * @public
 */
export const POSTMORTEMS_SEARCH_TYPE = 'postmortems';

/**
 * A postmortem in the portal's search index.
 *
 * @public
 */
export interface PostmortemSearchDocument {
  /** Id and title, such as `PM-42 Checkout returned 500s`. */
  title: string;
  text: string;
  location: string;
  postmortemId: string;
  /** The current or final severity. */
  severity: string;
  /** The highest severity ever reached. */
  governingSeverity: string;
  status: Status;
  startedAt: string;
  entityRefs: string[];
  teamRefs: string[];
  labels: string[];
  authorization: { resourceRef: string };
}
