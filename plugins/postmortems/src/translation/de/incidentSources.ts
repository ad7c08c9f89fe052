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

import type { incidentSources as english } from '../incidentSources';
import type { Translated } from '../translated';

export const incidentSources: Translated<typeof english> = {
  incidentSources: {
    title: 'Incident-Quellen',
    forbiddenTitle: 'Diese Seite ist für den Betrieb',
    forbiddenText:
      'Sie zeigt, wie Incidents hereinkommen, und braucht die Berechtigung {{permission}}. Wer das Portal betreibt, kann sie erteilen.',
    copy: 'Kopieren: {{what}}',
    card: {
      address: 'Webhook-Adresse',
      last: 'Letzte Zustellung {{when}}: {{status}}',
      noneYet:
        'Noch ist nichts hereingekommen. Trage diese Adresse im Werkzeug ein.',
      deliveries: 'Zustellungen',
      count: '{{status}}: {{value}}',
      ignored: 'Ignoriert, da sie nichts Wichtiges sagen',
      ignoredType: '{{type}} ({{value}})',
      backfill: 'Frühere Incidents',
      backfillOf: 'Frühere Incidents aus {{source}}',
      asked:
        'Nach Incidents seit {{day}} ist gefragt. Die Anfrage steht unter den Zustellungen, bis sie erledigt ist.',
    },
    empty: {
      title: 'Keine Incident-Quelle ist eingerichtet',
      text: 'Aus Incidents, die in PagerDuty, incident.io, Rootly, FireHydrant, Grafana oder Alertmanager gemeldet werden, können von selbst Entwürfe für Postmortems werden, sodass auffällt, wenn eines fehlt. Für jedes davon gibt es ein Backend-Modul und eine Seite in docs/incident-sources.',
      generic:
        'Alles andere, was eine signierte Anfrage schicken kann, braucht nur ein Geheimnis:',
    },
    backfill: {
      title: 'Frühere Incidents aus {{source}}',
      text: '{{source}} wird gefragt, was seither passiert ist. Wofür ein Postmortem geschuldet ist, dafür entsteht ein Entwurf, dessen Frist schon abgelaufen sein kann. Was schon bekannt ist, wird nur auf den neuesten Stand gebracht.',
      since: 'Incidents, gemeldet seit',
      action: 'Abfragen',
      future: 'Wähle einen Tag, der schon begonnen hat',
    },
    waiting: {
      title: 'Wartende Incidents',
      text: 'Für sie ist ein Postmortem geschuldet, oder vielleicht eines, und es kann noch nicht entstehen. Sie gehen von selbst weiter, etwa eine Minute nachdem da ist, worauf sie warten.',
      incident: 'Incident',
      source: 'Quelle',
      since: 'Begonnen',
      waitsFor: 'Worauf er wartet',
      for: {
        severity: 'Niemand hat den Schweregrad {{words}} zugeordnet',
        services: 'Niemand hat den Service {{words}} zugeordnet',
        noServices: 'Er nennt keinen Service, und die Quelle hat keine Vorgabe',
        failed: 'Erneut versucht: {{error}}',
        deleted: 'Das zugehörige Postmortem wurde gelöscht',
        unknown: 'Bis er an der Reihe ist',
      },
      none: 'Kein Incident wartet mehr.',
      more: 'Gezeigt werden die neuesten.',
    },
    services: {
      title: 'Services ohne Entität',
      text: 'Incidents nennen sie, und nichts im Katalog steht für sie.',
      service: 'Service',
      incidents: 'Incidents',
      waiting_one: '{{value}} ({{count}} wartet)',
      waiting_other: '{{value}} ({{count}} warten)',
      suggestion: 'Vielleicht',
      noSuggestion: 'Nichts heißt so ähnlich',
      map: 'Zuordnen',
      mapOf: '{{service}} zuordnen',
      truncated: 'Nur die ersten {{value}} werden gezeigt.',
      none: 'Jeder Service ist jetzt zugeordnet.',
    },
    map: {
      title: 'Was ist {{service}} im Katalog?',
      entity: 'Entität',
      annotation: 'Entweder das in den Deskriptor von {{entity}} aufnehmen:',
      thisEntity: 'der Entität',
      several:
        'Hat er die Annotation schon, hänge den Wert nach einem Komma an.',
      others: 'Diese Annotationen gehen auch: {{names}}',
      config:
        'Oder das in app-config.yaml aufnehmen, was einen Neustart braucht:',
      close: 'Schließen',
    },
    severities: {
      title: 'Schweregrade, die niemand zugeordnet hat',
      text: 'Ein Incident mit unbekanntem Schweregrad wartet, denn niemand kann sagen, ob dafür ein Postmortem geschuldet ist. Trage in app-config.yaml ein, was jeder davon ist, und starte das Backend neu:',
      word_one: '{{severity}} ({{count}} Incident)',
      word_other: '{{severity}} ({{count}} Incidents)',
    },
    deliveries: {
      title: 'Zustellungen',
      text: 'Was hereinkam. Was sich nicht verarbeiten lässt, wird einige Stunden lang erneut versucht und dann geparkt; nichts geht verloren.',
      show: 'Anzeigen',
      open: 'Nicht verarbeitet',
      type: 'Zustellung',
      unread: 'Nicht gelesen',
      backfill: 'Frühere Incidents',
      source: 'Quelle',
      received: 'Empfangen',
      status: 'Status',
      pending: 'Ausstehend',
      applying: 'In Verarbeitung',
      again: 'Nächster Versuch {{when}}',
      applied: 'Verarbeitet',
      ignored: 'Ignoriert',
      parked: 'Geparkt',
      attempts_one: '{{count}} Versuch',
      attempts_other: '{{count}} Versuche',
      action: 'Aktion',
      replay: 'Wiederholen',
      replayOf: 'Zustellung {{id}} aus {{source}} wiederholen',
      asked: 'Zustellung {{id}} wird noch einmal verarbeitet.',
      replayed: 'Zustellung {{id}} ist verarbeitet.',
      parkedAgain: 'Zustellung {{id}} wurde versucht und wieder geparkt.',
      replayFailed:
        'Zustellung {{id}} konnte nicht wiederholt werden: {{message}}',
      noneOpen: 'Alles, was hereinkam, ist verarbeitet.',
      none: 'Es gibt keine.',
      noneText: 'Wähle einen anderen Status, um andere Zustellungen zu sehen.',
    },
  },
};
