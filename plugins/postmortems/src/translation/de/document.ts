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

import type { document as english } from '../document';
import type { Translated } from '../translated';

export const document: Translated<typeof english> = {
  document: {
    pageTitle: '{{id}} {{title}}',
    notFound: {
      title: 'Ein Postmortem {{id}} gibt es nicht',
      text: 'Vielleicht wurde es gelöscht, oder die ID enthält einen Tippfehler.',
    },
    edit: 'Bearbeiten',
    doneEditing: 'Bearbeiten beenden',
    linkTo: 'Link zu {{title}}',
    onThisPage: 'Auf dieser Seite',
    statusMenu: 'Status: {{status}}. Ändern',
    changedMeanwhile:
      'Jemand anders hat dieses Postmortem inzwischen geändert. Du siehst jetzt den aktuellen Stand; bitte entscheide neu.',
    severityHistory: 'Wie sich der Schweregrad geändert hat',
    severityStep: '{{severity}} ab {{time}}',
    part: {
      timeline: 'Zeitleiste',
      'contributing-factors': 'Beitragende Faktoren',
      response: 'Wie die Reaktion lief',
      'action-items': 'Maßnahmen',
      messages: 'Mitteilungen',
      related: 'Weiterführendes',
      review: 'Review',
      meeting: 'Review-Treffen',
      history: 'Verlauf',
    },
    meta: {
      affected: 'Betroffen',
      teams_one: 'Team',
      teams_other: 'Teams',
      owner: 'Verantwortlich',
      ongoing: ', dauert noch an',
    },
    people: { title: 'Personen' },
    owner: {
      take: 'Übernehmen',
      name: 'Jemanden benennen',
      change: 'Ändern',
      acknowledge: 'Bestätigen',
      dialogTitle: 'Wer ist für dieses Postmortem verantwortlich?',
    },
    published: {
      text: 'Was veröffentlicht ist, wird nicht stillschweigend bearbeitet. Um den Text zu ändern, öffne es wieder und sag, warum; Maßnahmen lassen sich auch so ändern.',
    },
    deadline: {
      title: 'Frist',
      published: 'Veröffentlicht am {{date}}',
      pending:
        'Der Incident ist noch nicht behoben. Sobald er es ist, läuft die Zeit für {{severity}}.',
      none: 'Keine Regel der Richtlinie verlangt bei {{severity}} ein Postmortem.',
      how: 'Wie sie gezählt wird',
      hide: 'Ausblenden, wie sie gezählt wird',
      countedFrom: 'Gezählt ab {{time}}, in der Zeitzone {{zone}}.',
      day: 'Tag',
      counts: 'Zählt',
      reason: 'Warum',
      countedDay: 'Tag {{value}}',
      skippedDay: 'übersprungen',
      holidayNamed: 'Feiertag: {{holiday}}',
      reasons: {
        'working-day': 'Werktag',
        'calendar-day': 'jeder Tag zählt',
        'day-off': 'kein Werktag',
        holiday: 'Feiertag',
      },
      sentence: {
        due: 'Fällig am {{due}} ({{place}}): {{amount}} nach der Behebung am {{resolved}}, für {{severity}}{{path}}{{skips}}.',
        extended:
          'Fällig am {{due}} ({{place}}): verlängert; ohne Verlängerung {{original}}, das sind {{amount}} nach der Behebung am {{resolved}}, für {{severity}}{{path}}{{skips}}.',
        endOfDay: '{{day}}, Ende des Tages',
        until: '{{day}}, {{time}} Uhr',
        moment: '{{day}} um {{time}} Uhr',
        hours_one: '{{count}} Stunde',
        hours_other: '{{count}} Stunden',
        calendarDays_one: '{{count}} Kalendertag',
        calendarDays_other: '{{count}} Kalendertage',
        businessDays_one: '{{count}} Werktag',
        businessDays_other: '{{count}} Werktage',
        raisedAt: 'von {{from}} angehoben um {{time}} Uhr',
        raisedOn: 'von {{from}} angehoben am {{moment}}',
        lowered: 'später auf {{to}} gesenkt, was nicht mehr Zeit gibt',
        skips: '; nicht gezählt: {{days}}',
        daysOff_one: '{{count}} freier Tag',
        daysOff_other: '{{count}} freie Tage',
      },
    },
    waiver: {
      granted: 'Befreit durch {{approver}}: {{reason}}',
      grantedUntil: 'Bis {{date}} befreit durch {{approver}}: {{reason}}',
      expired:
        'Die Befreiung durch {{approver}} ist am {{date}} abgelaufen; die Frist zählt wieder. Der Grund war: {{reason}}',
      withdraw: 'Befreiung zurücknehmen',
      dialogTitle: '{{id}} befreien',
      text: 'Ein befreites Postmortem gilt nicht als geschuldet. Wer es befreit hat und warum, bleibt im Verlauf.',
      expiresAt: 'Läuft ab',
      expiresHelp: 'Von da an zählt die Frist wieder. Leer: nie.',
      grant: 'Befreien',
    },
    extension: {
      granted: 'Auf {{to}} verlängert durch {{approver}}: {{reason}}',
      original: 'Fällig war es {{from}}.',
      withdraw: 'Verlängerung zurücknehmen',
      dialogTitle: 'Die Frist von {{id}} verlängern',
      text: 'Eine spätere Frist ersetzt die der Richtlinie. Wer sie gewährt hat und warum, bleibt im Verlauf.',
      dueAt: 'Neue Frist',
      grant: 'Verlängern',
    },
    checklist: {
      title: 'Vor dem Veröffentlichen',
      left_one: 'noch {{count}} Punkt',
      left_other: 'noch {{count}} Punkte',
      complete: 'alles ist da',
      mayNotPublish:
        'Zum Veröffentlichen ist eine Berechtigung nötig, die deinem Konto fehlt.',
      resolved: 'Incident behoben',
      done: '(erledigt)',
      open: '(noch offen)',
      blocks_one: 'Eines fehlt noch:',
      blocks_other: '{{count}} Punkte fehlen noch:',
    },
    transition: {
      review: {
        menu: 'Ins Review schicken',
        title: '{{id}} ins Review schicken?',
        text: 'Die Reviewer erfahren, dass es gelesen werden kann. Es lässt sich weiterhin bearbeiten; wer es schon freigegeben hat, muss es danach erneut freigeben.',
        action: 'Ins Review schicken',
      },
      publish: {
        menu: 'Veröffentlichen',
        title: '{{id}} veröffentlichen?',
        text: 'Es wird Teil dessen, woraus alle lernen können. Für die Frist zählt die erste Veröffentlichung.',
        action: 'Veröffentlichen',
      },
      withdraw: {
        menu: 'Zurück zum Entwurf',
        title: '{{id}} aus dem Review nehmen?',
        text: 'Es wird wieder ein Entwurf. Was die Reviewer gesagt haben, bleibt.',
        action: 'Zurück zum Entwurf',
      },
      reopen: {
        menu: 'Wieder öffnen',
        title: '{{id}} wieder öffnen',
        text: 'Es wird wieder ein Entwurf. Für die Frist zählt weiterhin die erste Veröffentlichung.',
        action: 'Wieder öffnen',
      },
    },
    menu: {
      label: 'Weitere Aktionen',
      print: 'Drucken oder als PDF speichern',
      owner: 'Verantwortung ändern',
      extension: 'Frist verlängern',
      waiver: 'Befreien',
      delete: 'Löschen',
    },
    delete: {
      title: '{{id}} löschen?',
      text: '„{{title}}“ wird mit Text, Zeitleiste und Verlauf gelöscht. Das lässt sich nicht rückgängig machen.',
      action: 'Löschen',
    },
    dialog: {
      cancel: 'Abbrechen',
      save: 'Speichern',
      reason: 'Begründung',
      reasonHelp: 'Eine Zeile; sie steht im Verlauf.',
    },
    facts: {
      title: 'Titel, Ausgang, Sichtbarkeit und Labels bearbeiten',
      severity: 'Schweregrad ändern',
      times: 'Zeiten bearbeiten',
      entities: 'Bearbeiten, was betroffen war',
      people: 'Personen bearbeiten',
      links: 'Links bearbeiten',
      clash:
        'Jemand anders hat dasselbe inzwischen geändert. Deines steht noch im Formular; speichere noch einmal, um es zu behalten.',
      theirValue: '{{field}} ist jetzt: {{value}}.',
      emptied: 'nichts',
      takeTheirs: 'Deren Wert für {{field}} übernehmen',
    },
    editor: {
      open: '{{title}} bearbeiten',
      mode: 'Wie {{title}} gezeigt wird',
      write: 'Schreiben',
      writeNamed: 'Schreiben: {{title}}',
      preview: 'Vorschau',
      done: 'Fertig',
      keys: 'Markdown. Strg oder ⌘ + S speichert, Esc schließt',
    },
    save: {
      saved: 'Gespeichert',
      unsaved: 'Noch nicht gespeichert',
      saving: 'Wird gespeichert …',
      retrying: 'Nicht gespeichert: Verbindung wird wiederhergestellt',
      refused: 'Nicht gespeichert: {{message}}',
      stale: 'Nicht gespeichert: Jemand anders hat diesen Abschnitt geändert',
      seconds: '{{value}} s',
      retry: 'Jetzt speichern',
      leave:
        'Auf dieser Seite ist etwas noch nicht gespeichert. Die Seite trotzdem verlassen?',
    },
    draft: {
      found:
        'Du hast hier {{ago}} etwas geschrieben, das nie gespeichert wurde.',
      continue: 'Damit weitermachen',
      discard: 'Verwerfen',
    },
    merge: {
      title:
        'Jemand anders hat diesen Abschnitt geändert, während du geschrieben hast',
      titleBy:
        '{{user}} hat diesen Abschnitt geändert, während du geschrieben hast',
      explanation: 'Nichts ist verloren. Wähle, was im Abschnitt stehen soll:',
      onlyTheirs: 'Nur im anderen Text',
      onlyMine: 'Nur in deinem',
      both: 'Beides zusammenführen',
      mine: 'Meinen behalten',
      theirs: 'Den anderen übernehmen',
    },
    item: {
      edit: 'Bearbeiten',
      editNamed: 'Bearbeiten: {{name}}',
      remove: 'Entfernen',
      removeNamed: 'Entfernen: {{name}}',
      keep: 'Behalten',
      keys: 'Eingabe speichert, Umschalt + Eingabe beginnt eine Zeile, Esc schließt',
      failed: 'Nicht gespeichert: {{message}}',
      discard: 'Verwerfen, was du hier geschrieben hast?',
      clash:
        'Jemand anders hat das inzwischen geändert in: {{theirs}}. Speichere noch einmal, um deines zu behalten.',
    },
    timeline: {
      milestones: 'Verlauf des Incidents',
      events: 'Ereignisse der Zeitleiste',
      milestone: {
        started: 'Begonnen',
        detected: 'Erkannt',
        mitigated: 'Abgemildert',
        resolved: 'Behoben',
      },
      ongoing: 'Dauert noch an',
      after: '+{{duration}}',
      before: '−{{duration}}',
      empty: 'Es sind keine Ereignisse erfasst.',
      add: 'Ereignis hinzufügen',
      edit: 'Ereignis bearbeiten',
      occurredAt: 'Wann',
      kindLabel: 'Art',
      kind: {
        detection: 'Erkennung',
        diagnosis: 'Diagnose',
        action: 'Handlung',
        communication: 'Kommunikation',
        note: 'Notiz',
      },
      link: 'Link (optional)',
      text: 'Was passiert ist',
    },
    factors: {
      prompt:
        'Was hat das möglich oder schlimmer gemacht? Selten gibt es nur eine Ursache: Nenne so viele wie nötig.',
      add: 'Beitragenden Faktor hinzufügen',
      edit: 'Beitragenden Faktor bearbeiten',
      titleLabel: 'Beitragender Faktor',
      titleHelp:
        'Ein Zustand des Systems, etwa „Der Cache hat nur ein Replikat“. Keine Person.',
      categoryLabel: 'Worin er liegt',
      description: 'Wie er beigetragen hat (optional)',
      category: {
        change: 'Änderung',
        capacity: 'Kapazität',
        dependency: 'Abhängigkeit',
        design: 'Entwurf',
        configuration: 'Konfiguration',
        process: 'Zusammenarbeit',
        detection: 'Erkennung',
        external: 'Extern',
        other: 'Anderes',
      },
    },
    related: {
      prompt:
        'Links zu Statusseite, Chat, Dashboards oder dem öffentlichen Bericht gehören hierher.',
    },
    history: {
      more: 'Mehr zeigen',
      system: 'Das System',
      reason: 'Begründung: {{reason}}',
      said: '„{{reason}}“',
      suggested: 'Als Nachfolge wurde {{person}} vorgeschlagen.',
      until: 'Bis {{date}}.',
      nothing: 'nichts',
      before: 'Vorher',
      after: 'Nachher',
      showText: 'Zeigen, was sich geändert hat',
      hideText: 'Ausblenden, was sich geändert hat',
      meeting: {
        scheduledFor: 'Wann',
        durationMinutes: 'Minuten',
        url: 'Link zum Teilnehmen',
        attendeeRefs: 'Teilnehmende',
        heldAt: 'Stattgefunden',
      },
      action: {
        created: '{{actor}} hat das Postmortem begonnen',
        imported: '{{actor}} hat das Postmortem importiert',
        'field-changed': '{{actor}} hat „{{field}}“ geändert',
        'severity-changed': '{{actor}} hat den Schweregrad geändert',
        'status-changed': '{{actor}} hat den Status geändert',
        'owner-changed': '{{actor}} hat die Verantwortung geändert',
        'owner-acknowledged': '{{actor}} hat die Verantwortung bestätigt',
        'owner-handed-over': '{{actor}} hat das Postmortem abgegeben',
        'teams-changed': '{{actor}} hat andere zuständige Teams bemerkt',
        'deadline-changed': '{{actor}} hat die Frist verschoben',
        'section-changed': '{{actor}} hat „{{field}}“ geschrieben',
        'timeline-event-added': '{{actor}} hat die Zeitleiste ergänzt',
        'timeline-event-changed':
          '{{actor}} hat ein Ereignis der Zeitleiste geändert',
        'timeline-event-removed':
          '{{actor}} hat ein Ereignis aus der Zeitleiste entfernt',
        'contributing-factor-added':
          '{{actor}} hat einen beitragenden Faktor hinzugefügt',
        'contributing-factor-changed':
          '{{actor}} hat einen beitragenden Faktor geändert',
        'contributing-factor-removed':
          '{{actor}} hat einen beitragenden Faktor entfernt',
        'action-item-added': '{{actor}} hat Maßnahme {{field}} hinzugefügt',
        'action-item-changed': '{{actor}} hat Maßnahme {{field}} geändert',
        'action-item-removed': '{{actor}} hat Maßnahme {{field}} entfernt',
        'waiver-granted': '{{actor}} hat das Postmortem befreit',
        'waiver-withdrawn': '{{actor}} hat die Befreiung zurückgenommen',
        'extension-granted': '{{actor}} hat die Frist verlängert',
        'extension-withdrawn': '{{actor}} hat die Verlängerung zurückgenommen',
        'reviewers-changed':
          '{{actor}} hat geändert, wer um ein Review gebeten ist',
        'review-approved': '{{actor}} hat es freigegeben',
        'review-changes-requested': '{{actor}} hat Änderungen verlangt',
        announced: '{{actor}} hat die Veröffentlichung angekündigt',
        'meeting-changed': '{{actor}} hat das Review-Treffen geändert',
        'comment-added': '{{actor}} hat kommentiert',
        'comment-changed': '{{actor}} hat einen Kommentar geändert',
        'comment-resolved': '{{actor}} hat einen Kommentar erledigt',
        'comment-reopened': '{{actor}} hat einen Kommentar wieder geöffnet',
        'comment-removed': '{{actor}} hat einen Kommentar entfernt',
        'source-fact-differed':
          '{{actor}} hat etwas anderes gesagt, als hier unter „{{field}}“ stand',
        'source-fact-kept':
          '{{actor}} hat behalten, was hier unter „{{field}}“ stand',
        'incident-covered':
          '{{actor}} hat festgehalten, dass dies einen Incident umfasst',
      },
    },
    section: {
      empty: 'Noch nicht geschrieben.',
      summary: {
        title: 'Zusammenfassung',
        prompt:
          'Was passiert ist, in drei Sätzen für jemanden, der nicht dabei war',
        guidance:
          'Sag, was ausgefallen ist, wer es wie bemerkt hat, wie lange es gedauert hat und wie es endete. Die Einzelheiten gehören in die Abschnitte darunter. Schreib über Systeme und was sie taten, nicht über Menschen und was sie hätten tun sollen.',
      },
      impact: {
        title: 'Auswirkungen',
        prompt: 'Wer betroffen war, wie und wie lange',
        guidance:
          'Nenne Zahlen, wo es welche gibt: Anteil fehlgeschlagener Anfragen, betroffene Kundschaft, verlorene Bestellungen oder Daten, Geld, Support-Tickets. Sag, was von außen zu sehen war. Ist eine Zahl geschätzt, sag es dazu.',
      },
      'what-happened': {
        title: 'Was passiert ist',
        prompt: 'Die Geschichte des Incidents, wie sie damals aussah',
        guidance:
          'Erzähl sie der Reihe nach, mit dem, was in jedem Moment bekannt war: was jedes Signal zu bedeuten schien und warum jeder Schritt damals sinnvoll war. Im Nachhinein klug zu sein erklärt wenig. Die Zeiten selbst gehören in die Zeitleiste.',
      },
      resolution: {
        title: 'Behebung',
        prompt:
          'Was ihn beendet hat, und woran man erkennt, dass er vorbei ist',
        guidance:
          'Trenne, was die Auswirkungen gestoppt hat, von dem, was den Zustand dahinter behoben hat. Nenne vorläufige Maßnahmen, die noch bestehen.',
      },
      'went-well': {
        title: 'Was gut lief',
        prompt: 'Was geholfen hat und wieder so sein sollte',
        guidance:
          'Alarme, die ausgelöst haben, Runbooks, die gestimmt haben, Menschen, die erreichbar waren, Sicherungen, die gehalten haben. Was funktioniert, verdient es, bewusst bewahrt zu werden.',
      },
      'went-badly': {
        title: 'Was schlecht lief',
        prompt: 'Was es langsamer oder schwerer gemacht hat als nötig',
        guidance:
          'Beschreib Umstände, keine Charaktere: fehlender Zugang, unklare Zuständigkeit, ein irreführendes Dashboard. Frag jeweils, was den richtigen Schritt zum leichten gemacht hätte.',
      },
      'got-lucky': {
        title: 'Wo wir Glück hatten',
        prompt: 'Was schlimmer hätte kommen können und durch Zufall nicht kam',
        guidance:
          'Zufall wiederholt sich nicht: eine Fachkraft, die gerade online war, eine Stunde mit wenig Verkehr. Jeder davon ist eine Lücke, die vor dem nächsten Mal zu schließen ist.',
      },
      detection: {
        title: 'Erkennung',
        prompt: 'Wie er bemerkt wurde, und ob das früh genug war',
        guidance:
          'Welches Signal kam zuerst, und kam es von uns oder von außen? Was hätte ihn früher gezeigt?',
      },
      escalation: {
        title: 'Eskalation',
        prompt: 'Wie die richtigen Leute dazukamen',
        guidance:
          'Wer wurde in welcher Reihenfolge gerufen, und wie lange dauerte jeder Schritt? Wo war unklar, wen man fragen muss?',
      },
      coordination: {
        title: 'Koordination',
        prompt: 'Wie die Reaktion geleitet und die Arbeit geteilt wurde',
        guidance:
          'Gab es einen Incident Commander und einen Ort, an dem entschieden wurde? Wo blieb Arbeit liegen oder geschah doppelt?',
      },
      communication: {
        title: 'Kommunikation',
        prompt: 'Wie alle außerhalb der Reaktion auf dem Laufenden blieben',
        guidance:
          'Was erfuhren Kundschaft, Support und Management, wann, und stimmte es? Wonach mussten sie fragen?',
      },
      tooling: {
        title: 'Werkzeuge',
        prompt:
          'Wie Dashboards, Runbooks, Zugänge und Werkzeuge geholfen haben',
        guidance:
          'Was fehlte, war kaputt, langsam oder denen unbekannt, die es gebraucht hätten?',
      },
      'internal-message': {
        title: 'Interne Mitteilung',
        prompt: 'Was die Firma erfährt',
        guidance:
          'Ein paar Sätze, die für sich stehen: was passiert ist, wen es betroffen hat, was getan wird, damit es vorbei bleibt.',
      },
      'external-message': {
        title: 'Externe Mitteilung',
        prompt: 'Was die Kundschaft erfährt',
        guidance:
          'In den Worten der Kundschaft: was sie gesehen hat, von wann bis wann, was es für sie bedeutet und was sich ändert. Keine internen Namen.',
      },
    },
  },
  fields: {
    title: 'Titel',
    severity: 'Schweregrad',
    severityOption: '{{id}} ({{aliases}})',
    severityReason: 'Warum er sich ändert',
    severityReasonHelp: 'Steht im Verlauf neben der Änderung.',
    entityRefs: 'Betroffen',
    entityHelp:
      'Services, Systeme oder Ressourcen; zuerst, worum es vor allem geht.',
    startedAt: 'Begonnen',
    detectedAt: 'Erkannt',
    mitigatedAt: 'Abgemildert',
    resolvedAt: 'Behoben',
    stillGoingOn: 'Dauert noch an',
    zone: 'Zeiten in deiner Zeitzone {{zone}}',
    meetingHeldAt: 'Review-Treffen stattgefunden',
    outcome: 'Ausgang',
    outcomeHelp:
      'Auch ein Fehlalarm, der eine Reaktion ausgelöst hat, zählt: Aus ihm lässt sich lernen.',
    visibility: 'Wer es sehen darf',
    visibilityHelp:
      'Eingeschränkt: nur die verantwortliche Person, Incident Commander, Mitwirkende und zuständige Teams, und alle, denen das Portal eingeschränkte Postmortems zeigt.',
    ownerRef: 'Verantwortlich',
    ownerHelp: 'Die eine Person, die dafür sorgt, dass es geschrieben wird.',
    commanderRef: 'Incident Commander',
    commanderHelp: 'Wer die Reaktion geleitet hat.',
    contributors: 'Mitwirkende',
    contributorUser: 'Person',
    contributorRole: 'Rolle',
    contributorRoles:
      'Einsatz, Protokoll, Kundensupport, Kommunikation, Management',
    addContributor: 'Person hinzufügen',
    removeContributor: 'Person entfernen',
    labels: 'Labels',
    labelsHelp: 'Nach jedem die Eingabetaste drücken.',
    links: 'Links',
    noActionItemsReason: 'Keine Maßnahmen nötig',
    linkUrl: 'Adresse',
    linkTitle: 'Titel (optional)',
    addLink: 'Link hinzufügen',
    removeLink: 'Link entfernen',
    openOptions: 'Öffnen',
    closeOptions: 'Schließen',
    clear: 'Leeren',
    searching: 'Der Katalog wird durchsucht …',
    nothingFound: 'Nichts im Katalog heißt so.',
    catalogFailed: 'Der Katalog ist gerade nicht erreichbar.',
    reasonMe: 'du',
    reasonTeam: 'zuständiges Team',
    missing: {
      title: 'Gib ihm einen Titel, der sagt, was ausgefallen ist',
      severity: 'Wähle den Schweregrad',
      entityRefs: 'Nenne mindestens eine betroffene Entität',
      startedAt: 'Sag, wann es begonnen hat',
      resolvedAt: 'Sag, wann es behoben war, oder dass es noch andauert',
    },
    preview: {
      title: 'Was daraus folgt',
      needsFacts:
        'Wähle einen Schweregrad und die Zeiten, dann erscheint hier die Frist.',
      fixFirst: 'Die Frist erscheint hier, sobald die Angaben zusammenpassen.',
      notRequired:
        'Die Richtlinie verlangt bei {{severity}} kein Postmortem. Eines zu schreiben ist trotzdem willkommen.',
      catalogUnavailable:
        'Der Katalog ist gerade nicht erreichbar, darum sind die zuständigen Teams unbekannt. Was du eingegeben hast, bleibt.',
      hours_one:
        '{{severity}}: fällig {{count}} Stunde, nachdem der Incident behoben ist.',
      hours_other:
        '{{severity}}: fällig {{count}} Stunden, nachdem der Incident behoben ist.',
      calendarDays_one:
        '{{severity}}: fällig {{count}} Kalendertag, nachdem der Incident behoben ist.',
      calendarDays_other:
        '{{severity}}: fällig {{count}} Kalendertage, nachdem der Incident behoben ist.',
      businessDays_one:
        '{{severity}}: fällig {{count}} Werktag, nachdem der Incident behoben ist.',
      businessDays_other:
        '{{severity}}: fällig {{count}} Werktage, nachdem der Incident behoben ist.',
    },
  },
  create: {
    title: 'Ein Postmortem beginnen',
    description:
      'Nur die Fakten; das Schreiben kommt danach. Alles lässt sich später ändern.',
    titlePlaceholder:
      'Checkout lieferte Fehler, nachdem der Cache geleert wurde',
    submit: 'Postmortem beginnen',
    takeIt: 'Ich übernehme es',
    teams_one: 'Zuständiges Team:',
    teams_other: 'Zuständige Teams:',
    failed: 'Nicht gespeichert: {{message}}. Was du eingegeben hast, bleibt.',
    catalogUnavailable:
      'Der Katalog ist nicht erreichbar, darum lassen sich die betroffenen Entitäten nicht prüfen. Was du eingegeben hast, bleibt; versuche es gleich noch einmal.',
    forbiddenTitle: 'Du darfst keine Postmortems beginnen',
    forbiddenText:
      'Deinem Konto fehlt die Berechtigung dafür. Wer dieses Portal betreibt, kann sie erteilen.',
  },
};
