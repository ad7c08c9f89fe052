import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  headerOf,
  isSignedByAny,
  unverified,
} from 'backstage-plugin-postmortems-node';
import type {
  IncidentSource,
  ParseContext,
  ParsedDelivery,
  SourceDelivery,
  SourceRequest,
  VerifiedDelivery,
} from 'backstage-plugin-postmortems-node';
import { Directory } from './Directory';
import type { PagerDutyApi } from './PagerDutyApi';
import { backfill } from './backfill';
import { readWebhook } from './webhook';

/** Signature prefix. It names the scheme, of which there is only one so far. */
const SCHEME = 'v1=';

/** Receives incidents from PagerDuty, through V3 webhooks and the REST API. */
export class PagerDutySource implements IncidentSource {
  readonly id = 'pagerduty';
  readonly title = 'PagerDuty';
  /** Annotations defined by PagerDuty's Backstage plugin. */
  readonly annotations = [
    'pagerduty.com/service-id',
    'pagerduty.com/integration-key',
  ];
  readonly backfill?: IncidentSource['backfill'];
  readonly #secrets: string[];
  readonly #commanderRoles: string[];
  readonly #directory: Directory;

  /** @param options - without `api`, only the names of people and services are known */
  constructor(options: {
    secrets: string[];
    commanderRoles: string[];
    api?: PagerDutyApi;
    clock: () => Date;
    logger: LoggerService;
  }) {
    const { secrets, commanderRoles, api, clock } = options;
    this.#secrets = secrets;
    this.#commanderRoles = commanderRoles;
    this.#directory = new Directory(options);
    const directory = this.#directory;
    if (api) {
      this.backfill = request => backfill(request, { api, directory, clock });
    }
  }

  /**
   * Returns no delivery id. `X-Webhook-Id` isn't signed, so an attacker with a single captured
   * webhook could use up other ids. Retries are recognized by their identical body.
   */
  verify(request: SourceRequest): VerifiedDelivery {
    const signatures = headerOf(request, 'x-pagerduty-signature')
      ?.split(',')
      .map(each => each.trim())
      .filter(each => each.startsWith(SCHEME))
      .map(each => each.slice(SCHEME.length));
    if (
      !signatures ||
      !isSignedByAny({
        secrets: this.#secrets,
        content: [request.body],
        encoding: 'hex',
        signatures,
      })
    ) {
      throw unverified();
    }
    return {};
  }

  parse(
    delivery: SourceDelivery,
    { signal }: ParseContext,
  ): Promise<ParsedDelivery> {
    return readWebhook(delivery, {
      lookup: this.#directory.lookup(signal),
      commanderRoles: this.#commanderRoles,
    });
  }
}
