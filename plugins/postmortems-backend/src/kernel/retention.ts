import { durationToMilliseconds } from '@backstage/types';

/**
 * How long things are kept before they are removed, in milliseconds. Everything else, such as
 * postmortems, their history and drafts of incidents, is kept until someone deletes it.
 */
export const RETENTION_MS = {
  /** Deleted postmortems, which can be restored until then. Default of `deletion.retention`. */
  deletedPostmortems: durationToMilliseconds({ days: 90 }),
  /** Deliveries of incident sources. Default of `incidents.keepDeliveries`. */
  deliveries: durationToMilliseconds({ days: 30 }),
  /** Incidents without a postmortem, since their last change. */
  incidentsWithoutPostmortem: durationToMilliseconds({ days: 180 }),
};
