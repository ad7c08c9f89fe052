import { actionItemEndpoints } from './actionItem/endpoints';
import { commentEndpoints } from './comment/endpoints';
import { complianceEndpoints } from './compliance/endpoints';
import { contributingFactorEndpoints } from './contributingFactor/endpoints';
import { deletionEndpoints } from './deletion/endpoints';
import { feedEndpoints } from './feed/endpoints';
import { historyEndpoints } from './history/endpoints';
import { importEndpoints } from './import/endpoints';
import { incidentEndpoints } from './incident/endpoints';
import { insightsEndpoints } from './insights/endpoints';
import { liveEndpoints } from './live/endpoints';
import { meetingEndpoints } from './meeting/endpoints';
import { mergeEndpoints } from './merge/endpoints';
import { notifyEndpoints } from './notify/endpoints';
import { ownershipEndpoints } from './ownership/endpoints';
import { policyEndpoints } from './policy/endpoints';
import { postmortemEndpoints } from './postmortem/endpoints';
import { presenceEndpoints } from './presence/endpoints';
import { redactionEndpoints } from './redaction/endpoints';
import { reviewEndpoints } from './review/endpoints';
import { sectionEndpoints } from './section/endpoints';
import { similarEndpoints } from './similar/endpoints';
import { ticketEndpoints } from './ticket/endpoints';
import { timelineEndpoints } from './timeline/endpoints';

/**
 * The REST API under `/api/postmortems`: one entry per operation.
 *
 * @public
 */
export const endpoints = {
  ...postmortemEndpoints,
  ...sectionEndpoints,
  ...presenceEndpoints,
  ...liveEndpoints,
  ...timelineEndpoints,
  ...contributingFactorEndpoints,
  ...actionItemEndpoints,
  ...ticketEndpoints,
  ...ownershipEndpoints,
  ...notifyEndpoints,
  ...reviewEndpoints,
  ...meetingEndpoints,
  ...commentEndpoints,
  ...complianceEndpoints,
  ...insightsEndpoints,
  ...policyEndpoints,
  ...historyEndpoints,
  ...deletionEndpoints,
  ...redactionEndpoints,
  ...mergeEndpoints,
  ...incidentEndpoints,
  ...importEndpoints,
  ...similarEndpoints,
  ...feedEndpoints,
} as const;

/**
 * The name of an operation.
 *
 * @public
 */
export type EndpointName = keyof typeof endpoints;
