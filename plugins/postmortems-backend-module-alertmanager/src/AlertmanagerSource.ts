import {
  changesOfSnapshot,
  keyed,
  readDelivery,
  unverified,
  type IncidentChange,
  type IncidentSource,
  type ParseContext,
  type ParsedDelivery,
  type SourceDelivery,
  type SourceRequest,
  type VerifiedDelivery,
} from 'backstage-plugin-postmortems-node';
import { nameOfGroup } from './nameOfGroup';
import { isAuthentic, type AuthenticityOptions } from './isAuthentic';
import { groupSchema, type AlertGroup } from './payload';
import { placeAlerts, type PlacedIncident } from './placeAlerts';
import {
  latestOf,
  relevantAlerts,
  severityOf,
  toSnapshot,
  type LabelOptions,
} from './toSnapshot';

export interface AlertmanagerOptions extends AuthenticityOptions, LabelOptions {
  /**
   * If a group fires again more than this many milliseconds after its resolution, it becomes a new
   * incident.
   */
  newAfterMs: number;
}

/**
 * Turns alert groups into incidents. A group becomes an incident if its labels match. If it fires
 * again more than `newAfterMs` after its resolution, it becomes another incident.
 */
export class AlertmanagerSource implements IncidentSource {
  readonly id = 'alertmanager';
  readonly title = 'Alertmanager';
  /**
   * Alertmanager and Grafana have no annotation of their own, so this is the generic one. Its
   * values are label values, because that is where services come from.
   */
  readonly annotations = ['postmortems/service-id'];
  readonly sizeSetting = 'max_alerts';
  readonly #options: AlertmanagerOptions;

  constructor(options: AlertmanagerOptions) {
    this.#options = options;
  }

  verify(request: SourceRequest): VerifiedDelivery {
    if (!isAuthentic(request, this.#options)) throw unverified();
    return {};
  }

  async parse(
    delivery: SourceDelivery,
    context: ParseContext,
  ): Promise<ParsedDelivery> {
    const sent = readDelivery(delivery, groupSchema);
    const alerts = relevantAlerts(sent, this.#options, word =>
      context.severityOf(word),
    );
    if (alerts.length === 0) return { type: sent.status, changes: [] };

    const group = nameOfGroup(sent.groupKey);
    const placed = placeAlerts({
      alerts,
      group,
      known: await context.incidentsOf(group),
      receivedAt: delivery.receivedAt,
      newAfterMs: this.#options.newAfterMs,
    });
    return {
      type: sent.status,
      changes: placed.flatMap(incident =>
        this.#changesOf(sent, group, incident),
      ),
    };
  }

  #changesOf(
    sent: AlertGroup,
    group: string,
    incident: PlacedIncident,
  ): IncidentChange[] {
    const { id, startedAt, alerts, lost } = incident;
    return [
      ...changesOfSnapshot(
        toSnapshot(sent, { id, startedAt, group, alerts }, this.#options),
      ),
      ...this.#severitiesOf(incident),
      ...(sent.truncatedAlerts
        ? [
            // Leave out the number of truncated alerts, so that repeated notifications result in
            // one note.
            keyed({
              kind: 'note',
              incident: id,
              at: startedAt,
              text: 'Alertmanager left out alerts of this group, because there were more than max_alerts. Affected services may be missing.',
            }),
          ]
        : []),
      ...(lost
        ? [
            keyed({
              kind: 'note',
              incident: lost,
              at: startedAt,
              text: `The end of this incident was never reported. The alerts fired again at ${startedAt}, which is another incident.`,
            }),
          ]
        : []),
    ];
  }

  /**
   * Each alert's severity, from the alert's start on. If alerts overlap, the highest severity
   * counts.
   */
  #severitiesOf({ id, startedAt, alerts }: PlacedIncident): IncidentChange[] {
    return alerts.flatMap(alert => {
      const severity = severityOf(alert, this.#options);
      return severity
        ? [
            keyed({
              kind: 'severity-changed',
              incident: id,
              at: latestOf([alert.startsAt, startedAt]),
              severity,
            }),
          ]
        : [];
    });
  }
}
