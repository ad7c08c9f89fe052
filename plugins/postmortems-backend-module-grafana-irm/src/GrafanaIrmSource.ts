import { createHash } from 'node:crypto';
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
import { toSnapshot, type GrafanaIrmOptions } from './toSnapshot';

const INCIDENT_EVENTS = /^grafana\.incident\./;

export interface GrafanaIrmSourceOptions extends GrafanaIrmOptions {
  secrets: string[];
  clock: () => Date;
  /** Names of the incident commander's role. Default: common ones, such as Incident Commander. */
  commanderRoles?: string[];
}

/** Receives incidents from Grafana IRM. A webhook contains the incident at the time of an event. */
export class GrafanaIrmSource implements IncidentSource {
  readonly id = 'grafana-irm';
  readonly title = 'Grafana IRM';
  /**
   * Grafana has no annotation of its own, so this is the generic one. Its values are label values,
   * because that is where services come from.
   */
  readonly annotations = ['postmortems/service-id'];
  readonly #options: GrafanaIrmSourceOptions;

  constructor(options: GrafanaIrmSourceOptions) {
    this.#options = options;
  }

  verify(request: SourceRequest): VerifiedDelivery {
    const { secrets, clock } = this.#options;
    const digest = createHash('sha256').update(request.body).digest('base64');
    const signed = isSignedWithTime({
      header: headerOf(request, 'gi-signature'),
      secrets,
      now: clock(),
      content: time => [`${digest}:${time}:v1`],
    });
    if (!signed) throw unverified();
    return {};
  }

  async parse(delivery: SourceDelivery): Promise<ParsedDelivery> {
    const { event: type } = readDelivery(delivery, envelopeSchema);
    if (!INCIDENT_EVENTS.test(type)) return { type, changes: [] };
    const sent = readDelivery(delivery, incidentSchema);
    return {
      type,
      changes: changesOfSnapshot(
        toSnapshot(sent, this.#options),
        this.#options,
      ),
    };
  }
}
