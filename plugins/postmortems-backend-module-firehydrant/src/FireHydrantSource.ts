import { createHash } from 'node:crypto';
import {
  changesOfSnapshot,
  headerOf,
  isSignedByAny,
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

/** Prefix for delivery ids from the private incidents' webhook. */
const PRIVATE = 'private:';

export interface FireHydrantOptions {
  secrets: string[];
  privateSecrets: string[];
  /** Names of the incident commander's role. Default: common ones, such as Incident Commander. */
  commanderRoles?: string[];
}

/**
 * Receives incidents from FireHydrant. A webhook contains the whole incident, but not the event
 * that caused it.
 */
export class FireHydrantSource implements IncidentSource {
  readonly id = 'firehydrant';
  readonly title = 'FireHydrant';
  /** Annotation defined by FireHydrant's Backstage plugin. */
  readonly annotations = ['firehydrant.com/service-name'];
  readonly #options: FireHydrantOptions;

  constructor(options: FireHydrantOptions) {
    this.#options = options;
  }

  verify(request: SourceRequest): VerifiedDelivery {
    const { secrets, privateSecrets } = this.#options;
    const signature = headerOf(request, 'fh-signature') ?? '';
    const isSignedBy = (some: string[]) =>
      isSignedByAny({
        secrets: some,
        content: [request.body],
        encoding: 'hex',
        signatures: [signature],
      });
    if (isSignedBy(privateSecrets)) {
      const digest = createHash('sha256').update(request.body).digest('hex');
      return { id: `${PRIVATE}${digest}` };
    }
    if (!isSignedBy(secrets)) throw unverified();
    return {};
  }

  async parse(delivery: SourceDelivery): Promise<ParsedDelivery> {
    const { data } = readDelivery(delivery, envelopeSchema);
    if (!('incident' in data)) {
      return { type: Object.keys(data)[0] || 'unknown', changes: [] };
    }
    const { incident } = readDelivery(delivery, incidentSchema).data;
    const snapshot = toSnapshot(incident, {
      receivedAt: delivery.receivedAt,
      isPrivate: delivery.id?.startsWith(PRIVATE) ?? false,
    });
    return {
      type: 'incident',
      changes: changesOfSnapshot(snapshot, this.#options),
    };
  }
}
