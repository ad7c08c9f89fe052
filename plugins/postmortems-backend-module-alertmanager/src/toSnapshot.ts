/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type {
  IncidentSnapshot,
  SourceService,
} from 'backstage-plugin-postmortems-node';
import type { AlertIncident } from './incidentOf';
import type { Alert, AlertGroup } from './payload';

/** What is configured of labels. */
export interface LabelOptions {
  /** For each label the values of which an alert must have one. */
  match: Record<string, string[]>;
  severityLabel: string;
  /** The most important first. */
  serviceLabels: string[];
}

/**
 * The alerts that matter, in the order in which they began. None where it cannot be told whether
 * they still fire, because the notification is cut short.
 */
export function relevantAlerts(
  group: AlertGroup,
  { match }: LabelOptions,
): Alert[] {
  const alerts = group.alerts
    .filter(({ labels }) =>
      Object.entries(match).every(([label, values]) =>
        values.includes(labels[label]),
      ),
    )
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  const isUncertain =
    group.status === 'firing' &&
    Boolean(group.truncatedAlerts) &&
    !alerts.some(isFiring);
  return isUncertain ? [] : alerts;
}

/**
 * How an incident is as a notification tells it: resolved once none of its alerts fires.
 *
 * @param alerts - the relevant ones, one at least
 */
export function toSnapshot(
  group: AlertGroup,
  alerts: Alert[],
  incident: AlertIncident & { group: string },
  options: LabelOptions,
): IncidentSnapshot {
  const ended = alerts
    .filter(alert => !isFiring(alert))
    .map(({ startsAt, endsAt }) => endsAt ?? startsAt);
  // Notifications do not say when they were sent. The last thing they tell of will do, and orders
  // them rightly however they arrive.
  const at = latest([...alerts.map(({ startsAt }) => startsAt), ...ended]);
  return {
    incident: incident.id,
    group: incident.group,
    at,
    declaredAt: incident.startedAt,
    description: {
      title: group.commonAnnotations?.summary ?? namesOf(alerts),
      url: alerts.at(-1)?.generatorURL ?? group.externalURL,
      labels: commonLabels(alerts),
    },
    severity: severityOf(alerts.at(-1)!, options),
    times: {
      startedAt: incident.startedAt,
      resolvedAt: alerts.some(isFiring) ? undefined : at,
    },
    services: servicesOf(alerts, options),
    people: [],
  };
}

/** In the source's own words, if the alert has one. */
export function severityOf(
  alert: Alert,
  { severityLabel }: LabelOptions,
): string | undefined {
  return alert.labels[severityLabel]?.trim() || undefined;
}

function isFiring(alert: Alert): boolean {
  return alert.status === 'firing';
}

function latest(times: string[]): string {
  return times.reduce((a, b) => (Date.parse(a) >= Date.parse(b) ? a : b));
}

function namesOf(alerts: Alert[]): string | undefined {
  const names = alerts.map(({ labels }) => labels.alertname?.trim());
  return [...new Set(names.filter(Boolean))].join(', ') || undefined;
}

function commonLabels([first, ...others]: Alert[]): string[] {
  return Object.entries(first.labels)
    .filter(([key, value]) =>
      others.every(({ labels }) => labels[key] === value),
    )
    .map(([key, value]) => `${key}:${value}`)
    .sort();
}

function servicesOf(
  alerts: Alert[],
  { serviceLabels }: LabelOptions,
): SourceService[] {
  const names = serviceLabels.flatMap(label =>
    alerts.map(({ labels }) => labels[label]?.trim()),
  );
  return [...new Set(names)].flatMap(name =>
    name ? [{ id: name, name }] : [],
  );
}
