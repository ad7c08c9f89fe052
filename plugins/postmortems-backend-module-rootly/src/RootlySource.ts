import {
  changesOfSnapshot,
  headerOf,
  isSignedWithTime,
  readDelivery,
  unverified,
  type IncidentSource,
  type ParsedDelivery,
  type SourceDelivery,
  type SourceRequest,
  type VerifiedDelivery,
} from 'backstage-plugin-postmortems-node';
import { envelopeSchema, incidentSchema } from './payload';
import { toSnapshot } from './toSnapshot';

const INCIDENT_EVENTS = [
  'incident.created',
  'incident.updated',
  'incident.in_triage',
  'incident.mitigated',
  'incident.resolved',
  'incident.cancelled',
  'incident.deleted',
];

export interface RootlyOptions {
  secrets: string[];
  clock: () => Date;
  /** Names of the incident commander's role. Default: common ones, such as Incident Commander. */
  commanderRoles?: string[];
}

/** Receives incidents from Rootly. A webhook contains the incident at the time it was sent. */
export class RootlySource implements IncidentSource {
  readonly id = 'rootly';
  readonly title = 'Rootly';
  /** Annotations defined by Rootly's Backstage plugin. */
  readonly annotations = ['service', 'functionality'].flatMap(what => [
    `rootly.com/${what}-id`,
    `rootly.com/${what}-slug`,
    `rootly.com/${what}-name`,
  ]);
  readonly #options: RootlyOptions;

  constructor(options: RootlyOptions) {
    this.#options = options;
  }

  verify(request: SourceRequest): VerifiedDelivery {
    const { secrets, clock } = this.#options;
    const signed = isSignedWithTime({
      header: headerOf(request, 'x-rootly-signature'),
      secrets,
      now: clock(),
      content: time => [time, request.body],
    });
    if (!signed) throw unverified();
    return {};
  }

  async parse(delivery: SourceDelivery): Promise<ParsedDelivery> {
    const { event } = readDelivery(delivery, envelopeSchema);
    const nothing = { type: event.type, changes: [] };
    if (!INCIDENT_EVENTS.includes(event.type)) return nothing;
    const { data } = readDelivery(delivery, incidentSchema);
    const snapshot = toSnapshot(event, data);
    return snapshot
      ? {
          type: event.type,
          changes: changesOfSnapshot(snapshot, this.#options),
        }
      : nothing;
  }
}
