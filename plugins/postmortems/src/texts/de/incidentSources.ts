import type { incidentSources as english } from '../incidentSources';
import type { Translated } from '../translated';

export const incidentSources: Translated<typeof english> = {
  incidentSources: {
    title: 'Incident-Quellen',
    forbiddenTitle: 'Kein Zugriff',
    forbiddenText:
      'Diese Seite erfordert die Berechtigung {{permission}}. Bitte die Portal-Administration um Zugriff.',
    copy: 'Kopieren: {{what}}',
    card: {
      address: 'Webhook-URL',
      last: 'Letzte Zustellung {{when}}: {{status}}',
      noneYet:
        'Noch keine Zustellungen. Trage diese URL in deinem Incident-Tool ein.',
      deliveries: 'Zustellungen',
      count: '{{status}}: {{value}}',
      ignored: 'Ignorierte Ereignistypen',
      ignoredType: '{{type}} ({{value}})',
      backfill: 'Frühere Incidents abrufen',
      backfillOf: 'Frühere Incidents abrufen aus {{source}}',
      tooLarge_one:
        '{{count}} Zustellung wurde abgewiesen, weil sie größer als {{limit}} war, zuletzt {{when}}.',
      tooLarge_other:
        '{{count}} Zustellungen wurden abgewiesen, weil sie größer als {{limit}} waren, zuletzt {{when}}.',
      raiseLimit: 'Erhöhe {{key}} in app-config.yaml.',
      sizeSetting:
        'Setze {{setting}} in {{source}} auf eine kleinere Zahl, oder erhöhe {{key}} in app-config.yaml.',
      fetching:
        'Incidents seit {{day}} werden abgerufen. Die Anfrage steht unter Zustellungen, bis sie erledigt ist.',
    },
    disabled: {
      noSecret:
        'Kein Secret eingerichtet: Zustellungen werden abgelehnt. Setze {{key}} in app-config.yaml und die Umgebungsvariable, auf die es verweist.',
      noModule:
        'Kein Backend-Modul geladen: Zustellungen werden abgelehnt. Füge dem Backend das Modul dieser Quelle hinzu.',
      docs: '{{source}} einrichten',
    },
    empty: {
      title: 'Keine Incident-Quellen eingerichtet',
      text: 'Binde PagerDuty, incident.io, Rootly, FireHydrant, Grafana oder Alertmanager an, um Entwürfe für Postmortems automatisch anzulegen. Für jedes Tool gibt es ein Backend-Modul und eine Seite in docs/incident-sources.',
      generic:
        'Jedes andere Tool, das signierte Anfragen senden kann, braucht nur ein Secret:',
    },
    backfill: {
      title: 'Frühere Incidents aus {{source}} abrufen',
      text: 'Ruft alle Incidents aus {{source}} seit einem Datum ab. Incidents, die ein Postmortem brauchen, erhalten einen Entwurf, der schon überfällig sein kann. Bekannte Incidents werden nur aktualisiert.',
      since: 'Gemeldet seit',
      action: 'Incidents abrufen',
      future: 'Wähle ein Datum, das nicht in der Zukunft liegt',
    },
    blocked: {
      title: 'Blockierte Incidents',
      text: 'Diese Incidents brauchen möglicherweise ein Postmortem, können aber noch keines bekommen. Die Verarbeitung geht innerhalb einer Minute automatisch weiter, sobald die Zuordnung ergänzt ist.',
      incident: 'Incident',
      source: 'Quelle',
      since: 'Begonnen',
      by: {
        severity: 'Nicht zugeordneter Schweregrad {{words}}',
        services: 'Nicht zugeordneter Service {{words}}',
        noServices:
          'Kein Service gemeldet, und die Quelle hat keine Standard-Entität',
        failed: 'Fehlgeschlagen, neuer Versuch folgt: {{error}}',
        unknown: 'Wartet auf Verarbeitung',
      },
      none: 'Keine blockierten Incidents.',
      more: 'Nur die neuesten werden gezeigt.',
    },
    leftOut: {
      title: 'Weggelassene Daten',
      text: 'Manche Daten dieser Incidents überschreiten die Grenzen eines Postmortems. Was weggelassen wurde, steht im Verlauf des jeweiligen Postmortems.',
      postmortem: 'Postmortem',
    },
    services: {
      title: 'Nicht zugeordnete Services',
      text: 'Incidents nennen diese Services, aber ihnen ist keine Entität im Katalog zugeordnet.',
      service: 'Service',
      incidents: 'Incidents',
      blocked_one: '{{value}} ({{count}} blockiert)',
      blocked_other: '{{value}} ({{count}} blockiert)',
      suggestion: 'Vorschlag',
      noSuggestion: 'Kein ähnlicher Name',
      map: 'Zuordnen',
      mapOf: '{{service}} zuordnen',
      truncated: 'Nur die ersten {{value}} werden gezeigt.',
      none: 'Alle Services sind zugeordnet.',
    },
    map: {
      title: '{{service}} einer Entität im Katalog zuordnen',
      entities: 'Entitäten',
      text: 'Blockierte Incidents laufen sofort weiter, und Entwürfe werden aktualisiert.',
      similar: 'Ähnliche Namen:',
      confirm: 'Zuordnen',
      annotation:
        'Oder halte die Zuordnung im Katalog fest. Füge {{entity}} diese Annotation hinzu:',
      thisEntity: 'der Entität',
      several:
        'Gibt es die Annotation schon, hänge den Wert nach einem Komma an.',
      others: 'Diese Annotationen funktionieren auch: {{names}}',
      config:
        'Oder füge dies in app-config.yaml ein, das Vorrang hat, und starte das Backend neu:',
    },
    sharedAddresses: {
      title: 'Personen mit derselben E-Mail-Adresse',
      text: 'Mehrere Benutzer im Katalog haben die E-Mail-Adresse einer Person in diesen Incidents, deshalb wurde niemand zugeordnet. Gib im Katalog jeder Person eine eigene Adresse; die Incidents werden dann aktualisiert.',
      person_one: '{{source}}: {{address}} in {{count}} Incident:',
      person_other: '{{source}}: {{address}} in {{count}} Incidents:',
    },
    mappings: {
      title: 'Zuordnungen',
      text: 'Wie Services und Schweregrade zugeordnet sind. Die Konfiguration hat Vorrang vor Zuordnungen, die hier gemacht wurden.',
      word: 'Service oder Schweregrad',
      target: 'Zugeordnet zu',
      by: 'Zugeordnet von',
      person: '{{person}} {{when}}',
      overridden: 'app-config.yaml hat Vorrang',
      remove: 'Entfernen',
      removeOf: 'Zuordnung von {{word}} entfernen',
      removeFailed: 'Die Zuordnung konnte nicht entfernt werden: {{message}}',
    },
    severities: {
      title: 'Nicht zugeordnete Schweregrade',
      text: 'Incidents mit nicht zugeordnetem Schweregrad sind blockiert, weil sich die Richtlinie nicht anwenden lässt. Ordne jeden Schweregrad hier zu, oder in app-config.yaml, das Vorrang hat:',
      map: 'Zuordnen',
      mapOf: '{{severity}} aus {{source}} zuordnen',
      mapTitle: '{{severity}} aus {{source}} einem Schweregrad zuordnen',
      word_one: '{{severity}} ({{count}} Incident)',
      word_other: '{{severity}} ({{count}} Incidents)',
    },
    deliveries: {
      title: 'Zustellungen',
      text: 'Von Incident-Quellen empfangene Daten. Fehlgeschlagene Zustellungen werden einige Stunden lang erneut versucht und dann geparkt. Nichts geht verloren.',
      show: 'Anzeigen',
      open: 'Nicht verarbeitet',
      type: 'Zustellung',
      unread: 'Noch nicht gelesen',
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
      replaying: 'Zustellung {{id}} wird wiederholt.',
      replayed: 'Zustellung {{id}} wurde verarbeitet.',
      parkedAgain:
        'Zustellung {{id}} ist wieder fehlgeschlagen und wurde geparkt.',
      replayFailed:
        'Zustellung {{id}} konnte nicht wiederholt werden: {{message}}',
      noneOpen: 'Alle Zustellungen sind verarbeitet.',
      none: 'Keine Zustellungen mit diesem Status.',
      noneText: 'Wähle einen anderen Status, um andere Zustellungen zu sehen.',
    },
  },
};
