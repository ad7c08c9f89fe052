import { InputError, NotFoundError } from '@backstage/errors';
import {
  createStandardWebhookVerifier,
  readDelivery,
  type BackfillRequest,
  type IncidentChange,
  type IncidentSource,
  type ParseContext,
  type ParsedDelivery,
  type SourceDelivery,
  type SourceRequest,
  type VerifiedDelivery,
} from 'backstage-plugin-postmortems-node';
import { z } from 'zod';
import { changesOfIncident, milestoneOf } from './changesOfIncident';
import type { IncidentIoClient } from './IncidentIoClient';
import {
  envelopeSchema,
  incidentSchema,
  privateSchema,
  statusUpdateSchema,
  type IncidentIoIncident,
} from './payload';
import { isMerged, type IncidentIoOptions } from './toSnapshot';

const INCIDENT = webhooks(incidentSchema, [
  'public_incident.incident_created_v2',
  'public_incident.incident_updated_v2',
]);
const STATUS = webhooks(statusUpdateSchema, [
  'public_incident.incident_status_updated_v2',
]);
const PRIVATE = webhooks(privateSchema, [
  'private_incident.incident_created_v2',
  'private_incident.incident_updated_v2',
  'private_incident.incident_status_updated_v2',
]);

export interface IncidentIoSourceOptions extends IncidentIoOptions {
  secrets: string[];
  clock: () => Date;
  /** Undefined without an API key. */
  client?: IncidentIoClient;
}

/**
 * Receives incidents from incident.io. Webhooks arrive in any order and are empty for private
 * incidents. So if there is an API key, each webhook only triggers a fetch.
 */
export class IncidentIoSource implements IncidentSource {
  readonly id = 'incidentio';
  readonly title = 'incident.io';
  /**
   * Defined here, because the incident.io plugin has no annotation for services: its custom fields
   * refer to entities.
   */
  readonly annotations = ['incident.io/service-id'];
  readonly verify: (request: SourceRequest) => VerifiedDelivery;
  readonly backfill?: IncidentSource['backfill'];
  readonly #options: IncidentIoSourceOptions;

  constructor(options: IncidentIoSourceOptions) {
    this.#options = options;
    this.verify = createStandardWebhookVerifier(options);
    const { client } = options;
    if (client) this.backfill = request => this.#backfill(client, request);
  }

  async parse(
    delivery: SourceDelivery,
    { signal }: ParseContext,
  ): Promise<ParsedDelivery> {
    const { event_type: type } = readDelivery(delivery, envelopeSchema);
    const aboutPrivate = PRIVATE.get(type);
    if (aboutPrivate) {
      const { id } = readDelivery(delivery, aboutPrivate);
      return { type, changes: await this.#look(id, signal) };
    }
    const aboutIncident = INCIDENT.get(type);
    if (aboutIncident) {
      const incident = readDelivery(delivery, aboutIncident);
      return { type, changes: await this.#lookOrTake(incident, signal) };
    }
    const aboutStatus = STATUS.get(type);
    if (aboutStatus) {
      const sent = readDelivery(delivery, aboutStatus);
      const { incident, previous_status: from, new_status: to } = sent;
      const changes = await this.#lookOrTake(incident, signal);
      const step = { at: incident.updated_at, from, to };
      return {
        type,
        changes:
          this.#options.client || changes.length === 0
            ? changes
            : [...changes, ...milestoneOf(incident.id, step)],
      };
    }
    return { type, changes: [] };
  }

  /** Fetches the incident or, without an API key, uses the one in the webhook. */
  async #lookOrTake(
    incident: IncidentIoIncident,
    signal: AbortSignal,
  ): Promise<IncidentChange[]> {
    if (this.#options.client) return this.#look(incident.id, signal);
    if (isMerged(incident.incident_status)) {
      throw new InputError(
        'Merged incidents can be followed only with an API key. Set postmortems.incidentSources.incidentio.apiKey',
      );
    }
    return changesOfIncident(incident, [], this.#options);
  }

  async #look(id: string, signal: AbortSignal): Promise<IncidentChange[]> {
    const { client } = this.#options;
    if (!client) {
      throw new InputError(
        'Private incidents can be read only with an API key. Set postmortems.incidentSources.incidentio.apiKey',
      );
    }
    try {
      const incident = await client.getIncident(id, signal);
      return await this.#withHistory(client, incident, signal);
    } catch (error) {
      if (error instanceof NotFoundError) throw new InputError(error.message);
      throw error;
    }
  }

  async #withHistory(
    client: IncidentIoClient,
    incident: IncidentIoIncident,
    signal: AbortSignal,
  ): Promise<IncidentChange[]> {
    const updates = await client.listUpdates(incident.id, signal);
    return changesOfIncident(incident, updates, this.#options);
  }

  async *#backfill(
    client: IncidentIoClient,
    { since, signal }: BackfillRequest,
  ): AsyncIterable<IncidentChange[]> {
    for await (const incident of client.listIncidents(since, signal)) {
      const changes = await this.#withHistory(client, incident, signal);
      if (changes.length > 0) yield changes;
    }
  }
}

/**
 * Maps webhook types to schemas that parse the content, which is in a field named after the type.
 */
function webhooks<T>(
  about: z.ZodType<T>,
  types: string[],
): Map<string, z.ZodType<T>> {
  return new Map(
    types.map(type => [
      type,
      z.object({ [type]: about }).transform(sent => sent[type] as T),
    ]),
  );
}
