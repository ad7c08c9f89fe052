import type { document as english } from '../document';
import type { Translated } from '../translated';

export const document: Translated<typeof english> = {
  document: {
    pageTitle: '{{id}} {{title}}',
    notFound: {
      title: 'Postmortem {{id}} nicht gefunden',
      text: 'Vielleicht wurde es gelöscht, oder die ID ist falsch.',
      all: 'Alle Postmortems anzeigen',
    },
    edit: 'Bearbeiten',
    doneEditing: 'Bearbeiten beenden',
    linkTo: 'Link zu {{title}}',
    onThisPage: 'Auf dieser Seite',
    statusMenu: 'Status: {{status}}. Ändern',
    changedByOthers:
      'Jemand anderes hat dieses Postmortem geändert. Prüfe den aktuellen Stand und versuch es erneut.',
    severityHistory: 'Verlauf des Schweregrads',
    severityStep: '{{severity}} ab {{time}}',
    severityMistake: '{{step}} (irrtümlich festgelegt)',
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
      ongoing: ', dauert an',
    },
    people: { title: 'Personen' },
    owner: {
      assignToMe: 'Mir zuweisen',
      assign: 'Verantwortung vergeben',
      change: 'Verantwortung ändern',
      acknowledge: 'Bestätigen',
      dialogTitle: 'Verantwortung für dieses Postmortem',
    },
    published: {
      text: 'Um den Text eines veröffentlichten Postmortems zu bearbeiten, öffne es mit einer Begründung wieder. Maßnahmen lassen sich ohne Wiederöffnen ändern.',
    },
    deadline: {
      title: 'Frist',
      published: 'Veröffentlicht am {{date}}',
      pending:
        'Die Frist für {{severity}} steht fest, sobald der Incident behoben ist.',
      none: 'Die Richtlinie verlangt für {{severity}} kein Postmortem.',
      show: 'Berechnung anzeigen',
      hide: 'Berechnung ausblenden',
      countedFrom: 'Gezählt ab {{time}} in der Zeitzone {{zone}}.',
      day: 'Tag',
      counts: 'Gezählt als',
      reason: 'Grund',
      countedDay: 'Tag {{value}}',
      skippedDay: 'übersprungen',
      holidayNamed: 'Feiertag: {{holiday}}',
      reasons: {
        'working-day': 'Werktag',
        'calendar-day': 'Kalendertag',
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
        lowered: 'später auf {{to}} gesenkt, was die Frist nicht verlängert',
        skips: '; nicht gezählt: {{days}}',
        daysOff_one: '{{count}} freier Tag',
        daysOff_other: '{{count}} freie Tage',
      },
    },
    waiver: {
      granted: 'Befreit durch {{approver}}: {{reason}}',
      grantedUntil: 'Bis {{date}} befreit durch {{approver}}: {{reason}}',
      expired:
        'Die Befreiung durch {{approver}} ist am {{date}} abgelaufen, die Frist gilt wieder. Begründung der Befreiung: {{reason}}',
      withdraw: 'Befreiung zurücknehmen',
      withdrawTitle: 'Befreiung von {{id}} zurücknehmen?',
      withdrawText: 'Die Frist gilt dann wieder.',
      dialogTitle: '{{id}} befreien',
      text: 'Ein befreites Postmortem ist nicht mehr nötig. Dein Name und deine Begründung stehen im Verlauf.',
      expiresAt: 'Läuft ab',
      expiresHelp: 'Danach gilt die Frist wieder. Leer lassen für unbefristet.',
      grant: 'Befreien',
    },
    footnotes: { title: 'Fußnoten', back: 'Zurück zum Text' },
    extension: {
      granted: 'Auf {{to}} verlängert durch {{approver}}: {{reason}}',
      withdraw: 'Verlängerung zurücknehmen',
      withdrawTitle: 'Verlängerung von {{id}} zurücknehmen?',
      withdrawText: 'Die Frist der Richtlinie gilt dann wieder.',
      dialogTitle: 'Frist von {{id}} verlängern',
      text: 'Ersetzt die Frist der Richtlinie. Dein Name und deine Begründung stehen im Verlauf.',
      dueAt: 'Neue Frist',
      by: {
        '1d': '1 Werktag: {{date}}',
        '3d': '3 Werktage: {{date}}',
        '1w': '1 Woche: {{date}}',
        date: 'Anderes Datum',
      },
      grant: 'Verlängern',
    },
    correction: {
      title: 'Fakten von {{id}} korrigieren',
      text: 'Für falsche Fakten, von denen die Frist abhängt. Nur wer an diesem Postmortem nicht beteiligt war, darf sie korrigieren. Deine Korrektur wird mit deiner Begründung als Ausnahme aufgeführt.',
      severity: 'Maßgeblicher Schweregrad',
      severityHelp:
        'Wenn du ihn senkst, bleibt der höhere Schweregrad im Verlauf, als irrtümlich festgelegt markiert.',
      confirm: 'Korrektur speichern',
      needsReason:
        'Das verschiebt die Frist nach hinten. Deshalb ist eine Begründung nötig, die bei den Änderungen der Frist steht.',
      needsOthers:
        'Die Frist nach hinten verschieben darf nur jemand, der Ausnahmen gewähren darf und an diesem Postmortem nicht beteiligt war. Bitte die Person, im Menü dieser Seite „Fakten korrigieren“ zu wählen.',
      mine: 'Das verschiebt die Frist nach hinten. Nutze „Fakten korrigieren“ mit einer Begründung.',
      open: 'Fakten korrigieren …',
    },
    moves: {
      show: 'Änderungen der Frist anzeigen',
      hide: 'Änderungen der Frist ausblenden',
      title: 'Änderungen der Frist',
      none: 'Die Frist wurde nicht geändert.',
      later:
        'Am {{date}} hat {{actor}} die Frist um {{amount}} nach hinten verschoben',
      earlier: 'Am {{date}} hat {{actor}} die Frist um {{amount}} vorgezogen',
      set: 'Am {{date}} hat {{actor}} die Frist gesetzt',
      removed: 'Am {{date}} hat {{actor}} die Frist entfernt',
      because: ': {{reason}}',
      days_one: '{{count}} Tag',
      days_other: '{{count}} Tage',
      hours_one: '{{count}} Stunde',
      hours_other: '{{count}} Stunden',
      system: 'das System',
      more: 'Ältere Änderungen stehen im Verlauf.',
    },
    checklist: {
      title: 'Vor dem Veröffentlichen',
      left_one: 'noch {{count}} Punkt',
      left_other: 'noch {{count}} Punkte',
      complete: 'bereit',
      mayNotPublish: 'Du hast keine Berechtigung zum Veröffentlichen.',
      resolved: 'Incident behoben',
      ownerAssigned: 'Verantwortliche Person benannt',
      ownerAcknowledged: 'Verantwortung bestätigt',
      changesResolved: 'Verlangte Änderungen geklärt',
      canApprove: 'Freigeben können: {{people}}',
      couldApprove:
        'Können nach dem Hinzufügen als Reviewer freigeben: {{people}}',
      nobodyCanApprove:
        'Im Team kann niemand freigeben, weil alle Mitglieder verantwortlich sind oder waren oder den Großteil geschrieben haben.',
      askAnotherTeam:
        'Im Team kann niemand freigeben, weil alle Mitglieder verantwortlich sind oder waren oder den Großteil geschrieben haben. Füge Reviewer aus einem anderen Team hinzu.',
      askGroup: '{{group}} als Reviewer hinzufügen',
      done: '(erledigt)',
      open: '(noch offen)',
      blocks_one: '{{count}} Voraussetzung ist nicht erfüllt:',
      blocks_other: '{{count}} Voraussetzungen sind nicht erfüllt:',
    },
    transition: {
      review: {
        menu: 'Ins Review schicken',
        title: '{{id}} ins Review schicken?',
        text: 'Die Reviewer werden benachrichtigt. Du kannst es weiterhin bearbeiten, aber nach Änderungen ist eine neue Freigabe nötig.',
        action: 'Ins Review schicken',
      },
      publish: {
        menu: 'Veröffentlichen',
        title: '{{id}} veröffentlichen?',
        text: 'Der Text lässt sich erst nach dem Wiederöffnen wieder bearbeiten. Für die Frist zählt die erste Veröffentlichung.',
        action: 'Veröffentlichen',
      },
      withdraw: {
        menu: 'Zurück zum Entwurf',
        title: '{{id}} zurück zum Entwurf?',
        text: 'Reviews und Kommentare bleiben erhalten.',
        action: 'Zurück zum Entwurf',
      },
      reopen: {
        menu: 'Wieder öffnen',
        title: '{{id}} wieder öffnen',
        text: 'Das Postmortem wird wieder ein Entwurf. Für die Frist zählt weiterhin die erste Veröffentlichung.',
        action: 'Wieder öffnen',
      },
    },
    menu: {
      label: 'Weitere Aktionen',
      print: 'Drucken oder als PDF speichern',
      owner: 'Verantwortung ändern',
      extension: 'Frist verlängern',
      waiver: 'Befreien',
      correction: 'Fakten korrigieren …',
      delete: 'Löschen',
    },
    dialog: {
      cancel: 'Abbrechen',
      save: 'Speichern',
      reason: 'Begründung',
      reasonHelp: 'Eine Zeile, steht im Verlauf.',
    },
    facts: {
      title: 'Titel, Ausgang, Sichtbarkeit und Labels bearbeiten',
      severity: 'Schweregrad ändern',
      times: 'Zeiten bearbeiten',
      entities: 'Betroffene Entitäten bearbeiten',
      people: 'Personen bearbeiten',
      links: 'Links bearbeiten',
      conflict:
        'Jemand anderes hat dieselben Felder geändert. Deine Werte stehen noch im Formular. Speichere noch einmal, um sie zu behalten.',
      theirValue: '{{field}} ist jetzt: {{value}}.',
      emptied: 'leer',
      takeTheirs: 'Andere Fassung behalten: {{field}}',
    },
    editor: {
      open: '{{title}} bearbeiten',
      mode: '{{title}} schreiben oder ansehen',
      write: 'Schreiben',
      writeNamed: 'Schreiben: {{title}}',
      preview: 'Vorschau',
      done: 'Fertig',
      format: {
        toolbar: '{{title}} formatieren',
        bold: 'Fett (Strg oder ⌘ + B)',
        italic: 'Kursiv (Strg oder ⌘ + I)',
        link: 'Link (Strg oder ⌘ + K)',
        code: 'Code (Strg oder ⌘ + E)',
        bullets: 'Liste (Strg oder ⌘ + Umschalt + 8)',
        numbers: 'Nummerierte Liste (Strg oder ⌘ + Umschalt + 7)',
        tasks: 'Aufgabenliste (Strg oder ⌘ + Umschalt + 9)',
        quote: 'Zitat',
        table: 'Tabelle',
      },
      keys: 'Markdown. @ und PM- schlagen Links vor, Strg oder ⌘ + S speichert, Esc schließt',
    },
    save: {
      saved: 'Gespeichert',
      unsaved: 'Noch nicht gespeichert',
      saving: 'Wird gespeichert …',
      retrying: 'Nicht gespeichert: Verbindung wird wiederhergestellt',
      refused: 'Nicht gespeichert: {{message}}',
      stale: 'Nicht gespeichert: Dieselben Zeilen wurden anderswo geändert',
      seconds: '{{value}} s',
      retry: 'Jetzt speichern',
      leave: 'Du hast ungespeicherte Änderungen. Die Seite trotzdem verlassen?',
      leaveYes: 'Seite verlassen',
      leaveNo: 'Bleiben',
    },
    presence: {
      other: '{{user}} bearbeitet gerade „{{title}}“',
      me: 'Du bearbeitest dies in einem anderen Tab',
      mark: '(wird gerade bearbeitet)',
    },
    draft: {
      found: 'Du hast hier {{ago}} etwas geschrieben, aber nie gespeichert.',
      continue: 'Weiter bearbeiten',
      discard: 'Verwerfen',
    },
    merge: {
      title: 'Jemand anderes hat dieselben Zeilen geändert',
      titleBy: '{{user}} hat dieselben Zeilen geändert',
      titleOwn: 'Du hast dieselben Zeilen in einem anderen Tab geändert',
      explanation:
        'Alle anderen Änderungen sind zusammengeführt. Wähle, was bleiben soll. Vorher kannst du deinen Text unten bearbeiten.',
      place: 'Konflikt {{number}} von {{total}}',
      onlyTheirs: 'Nur in der anderen Fassung',
      onlyMine: 'Nur in deiner Fassung',
      both: 'Beide behalten',
      mine: 'Meine Fassung behalten',
      theirs: 'Andere Fassung behalten',
      continue: 'Zusammengeführten Text speichern',
    },
    item: {
      edit: 'Bearbeiten',
      editNamed: 'Bearbeiten: {{name}}',
      remove: 'Entfernen',
      removeNamed: 'Entfernen: {{name}}',
      keep: 'Behalten',
      keys: 'Eingabe speichert, Umschalt + Eingabe fügt eine Zeile ein, Esc schließt',
      failed: 'Nicht gespeichert: {{message}}',
      discard: 'Deine Änderungen verwerfen?',
      discardYes: 'Verwerfen',
      discardNo: 'Weiter bearbeiten',
      conflict:
        'Jemand anderes hat das geändert in: {{theirs}}. Speichere noch einmal, um deine Fassung zu behalten.',
    },
    timeline: {
      milestones: 'Meilensteine des Incidents',
      events: 'Ereignisse der Zeitleiste',
      milestone: {
        started: 'Begonnen',
        detected: 'Erkannt',
        mitigated: 'Abgemildert',
        resolved: 'Behoben',
      },
      ongoing: 'Dauert an',
      after: '+{{duration}}',
      before: '−{{duration}}',
      empty: 'Keine Ereignisse.',
      add: 'Ereignis hinzufügen',
      edit: 'Ereignis bearbeiten',
      occurredAt: 'Zeitpunkt',
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
        'Was hat das möglich oder schlimmer gemacht? Selten gibt es nur eine Ursache, also nenne alle, die zutreffen.',
      add: 'Beitragenden Faktor hinzufügen',
      edit: 'Beitragenden Faktor bearbeiten',
      titleLabel: 'Beitragender Faktor',
      titleHelp:
        'Ein Zustand des Systems, etwa „Der Cache hat nur ein Replikat“. Keine Person.',
      categoryLabel: 'Kategorie (optional)',
      noCategory: 'Keine',
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
        'Füge Links zu Statusseite, Chat, Dashboards oder dem öffentlichen Bericht hinzu.',
    },
    history: {
      more: 'Mehr anzeigen',
      system: 'Das System',
      reason: 'Begründung: {{reason}}',
      said: '„{{reason}}“',
      suggested: 'Als Nachfolge wurde {{person}} vorgeschlagen.',
      until: 'Bis {{date}}.',
      none: 'keine Angabe',
      movedLater:
        '{{actor}} hat die Frist um {{amount}} nach hinten verschoben',
      movedEarlier: '{{actor}} hat die Frist um {{amount}} vorgezogen',
      before: 'Vorher',
      after: 'Nachher',
      showText: 'Änderungen anzeigen',
      hideText: 'Änderungen ausblenden',
      restore: {
        after: 'Diese Fassung wiederherstellen',
        before: 'Vorherige Fassung wiederherstellen',
      },
      meeting: {
        scheduledFor: 'Datum und Uhrzeit',
        durationMinutes: 'Dauer (Minuten)',
        url: 'Link zum Treffen',
        attendeeRefs: 'Teilnehmende',
        heldAt: 'Stattgefunden',
      },
      action: {
        created: '{{actor}} hat das Postmortem begonnen',
        'replacement-created':
          '{{actor}} hat {{before}} gelöscht; dieser Entwurf ersetzt es',
        restored: '{{actor}} hat das Postmortem wiederhergestellt',
        redacted: '{{actor}} hat Text geschwärzt',
        imported: '{{actor}} hat das Postmortem importiert',
        'publication-claimed':
          '{{actor}} hat eine unbestätigte Veröffentlichung importiert',
        'waiver-claimed':
          '{{actor}} hat eine unbestätigte Befreiung importiert',
        'extension-claimed':
          '{{actor}} hat eine unbestätigte Verlängerung importiert',
        'acknowledgement-claimed':
          '{{actor}} hat eine unbestätigte Bestätigung der Verantwortung importiert',
        'meeting-claimed':
          '{{actor}} hat ein unbestätigtes Review-Treffen importiert',
        'import-confirmed': '{{actor}} hat den Import bestätigt',
        'field-changed': '{{actor}} hat „{{field}}“ geändert',
        'severity-changed': '{{actor}} hat den Schweregrad geändert',
        'still-ongoing': '{{actor}} hat bestätigt, dass der Vorfall andauert',
        'status-changed': '{{actor}} hat den Status geändert',
        'owner-changed': '{{actor}} hat die Verantwortung geändert',
        'owner-acknowledged': '{{actor}} hat die Verantwortung bestätigt',
        'owner-handed-over': '{{actor}} hat das Postmortem abgegeben',
        'teams-changed': '{{actor}} hat die zuständigen Teams aktualisiert',
        'deadline-changed': '{{actor}} hat die Frist verschoben',
        'section-changed': '{{actor}} hat „{{field}}“ bearbeitet',
        'section-restored':
          '{{actor}} hat „{{field}}“ vom {{date}} wiederhergestellt',
        'timeline-event-added': '{{actor}} hat ein Ereignis hinzugefügt',
        'timeline-event-changed': '{{actor}} hat ein Ereignis geändert',
        'timeline-event-removed': '{{actor}} hat ein Ereignis entfernt',
        'contributing-factor-added':
          '{{actor}} hat einen beitragenden Faktor hinzugefügt',
        'contributing-factor-changed':
          '{{actor}} hat einen beitragenden Faktor geändert',
        'contributing-factor-removed':
          '{{actor}} hat einen beitragenden Faktor entfernt',
        'contributing-factor-merged':
          '{{actor}} hat einen beitragenden Faktor in allen Postmortems umbenannt',
        'action-item-added': '{{actor}} hat Maßnahme {{field}} hinzugefügt',
        'action-item-changed': '{{actor}} hat Maßnahme {{field}} geändert',
        'action-item-removed': '{{actor}} hat Maßnahme {{field}} entfernt',
        'waiver-granted': '{{actor}} hat das Postmortem befreit',
        'waiver-withdrawn': '{{actor}} hat die Befreiung zurückgenommen',
        'waiver-expired':
          '{{actor}} hat die abgelaufene Befreiung entfernt; die Frist gilt wieder',
        'extension-granted': '{{actor}} hat die Frist verlängert',
        'extension-withdrawn': '{{actor}} hat die Verlängerung zurückgenommen',
        'reviewers-changed': '{{actor}} hat die Reviewer geändert',
        'review-approved': '{{actor}} hat das Postmortem freigegeben',
        'review-changes-requested': '{{actor}} hat Änderungen verlangt',
        'review-dismissed': '{{actor}} hat verlangte Änderungen verworfen',
        'review-lapsed': '{{actor}} hat verlangte Änderungen geschlossen',
        announced: '{{actor}} hat die Veröffentlichung bekannt gegeben',
        'meeting-changed': '{{actor}} hat das Review-Treffen geändert',
        'comment-added': '{{actor}} hat kommentiert',
        'comment-changed': '{{actor}} hat einen Kommentar geändert',
        'comment-resolved': '{{actor}} hat einen Kommentar erledigt',
        'comment-reopened': '{{actor}} hat einen Kommentar wieder geöffnet',
        'comment-removed': '{{actor}} hat einen Kommentar entfernt',
        'source-fact-differed':
          '{{actor}} hat einen anderen Wert für „{{field}}“ gemeldet',
        'source-fact-kept':
          '{{actor}} hat den vorhandenen Wert von „{{field}}“ behalten',
        'source-data-left-out':
          '{{actor}} hat mehr Daten gemeldet, als ein Postmortem aufnehmen kann',
        'incident-covered': '{{actor}} hat einen Incident verknüpft',
        'postmortem-merged':
          '{{actor}} hat ein Duplikat mit diesem Postmortem zusammengeführt',
        'merged-into':
          '{{actor}} hat dieses Postmortem mit einem anderen zusammengeführt',
        'merge-undone':
          '{{actor}} hat die Zusammenführung mit diesem Postmortem rückgängig gemacht',
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
          'Erzähl sie der Reihe nach, mit dem, was in jedem Moment bekannt war: was jedes Signal zu bedeuten schien und warum jeder Schritt damals sinnvoll war. Vermeide den Blick im Nachhinein. Genaue Zeiten gehören in die Zeitleiste.',
      },
      resolution: {
        title: 'Behebung',
        prompt:
          'Was den Incident beendet hat, und woran man erkennt, dass er vorbei ist',
        guidance:
          'Unterscheide, was die Auswirkungen gestoppt hat und was das zugrunde liegende Problem behoben hat. Nenne vorläufige Maßnahmen, die noch bestehen.',
      },
      'went-well': {
        title: 'Was gut lief',
        prompt: 'Was geholfen hat und wieder so sein sollte',
        guidance:
          'Nenne, was funktioniert hat, damit es so bleibt: Alarme, die ausgelöst haben, Runbooks, die gestimmt haben, Menschen, die erreichbar waren, Sicherungen, die gehalten haben.',
      },
      'went-badly': {
        title: 'Was schlecht lief',
        prompt:
          'Was die Reaktion langsamer oder schwerer gemacht hat als nötig',
        guidance:
          'Beschreib Umstände, keine Charaktere: fehlender Zugang, unklare Zuständigkeit, ein irreführendes Dashboard. Frag jeweils, was den richtigen Schritt zum leichten gemacht hätte.',
      },
      'got-lucky': {
        title: 'Wo wir Glück hatten',
        prompt:
          'Was schlimmer hätte ausgehen können und nur durch Zufall gut ging',
        guidance:
          'Auf Zufälle ist kein Verlass: eine Fachkraft, die gerade online war, eine Stunde mit wenig Verkehr. Jeder davon ist eine Lücke, die zu schließen ist.',
      },
      detection: {
        title: 'Erkennung',
        prompt: 'Wie der Incident bemerkt wurde, und ob das früh genug war',
        guidance:
          'Welches Signal kam zuerst, und kam es aus dem Monitoring oder aus der Kundschaft? Was hätte das Problem früher gezeigt?',
      },
      escalation: {
        title: 'Eskalation',
        prompt: 'Wie die richtigen Leute dazukamen',
        guidance:
          'Wer wurde in welcher Reihenfolge gerufen, und wie lange dauerte jeder Schritt? Wann war unklar, wen man rufen muss?',
      },
      coordination: {
        title: 'Koordination',
        prompt: 'Wie die Reaktion geleitet und die Arbeit aufgeteilt wurde',
        guidance:
          'Gab es einen Incident Commander und einen Ort, an dem entschieden wurde? Wo blieb Arbeit liegen oder geschah doppelt?',
      },
      communication: {
        title: 'Kommunikation',
        prompt: 'Wie alle außerhalb der Reaktion informiert wurden',
        guidance:
          'Was erfuhren Kundschaft, Support und Management, wann, und stimmte es? Wonach mussten sie fragen?',
      },
      tooling: {
        title: 'Werkzeuge',
        prompt:
          'Wie gut Dashboards, Runbooks, Zugänge und Werkzeuge funktioniert haben',
        guidance:
          'Was fehlte, war kaputt, langsam oder denen unbekannt, die es gebraucht hätten?',
      },
      'internal-message': {
        title: 'Interne Mitteilung',
        prompt: 'Mitteilung an die Firma',
        guidance:
          'Ein paar Sätze, die für sich stehen: was passiert ist, wen es betroffen hat und was getan wird, um eine Wiederholung zu verhindern.',
      },
      'external-message': {
        title: 'Externe Mitteilung',
        prompt: 'Mitteilung an die Kundschaft',
        guidance:
          'In den Worten der Kundschaft: was sie gesehen hat, von wann bis wann, was es für sie bedeutet und was sich ändert. Keine internen Namen.',
      },
    },
  },
  fields: {
    title: 'Titel',
    severity: 'Schweregrad',
    severityOption: '{{id}} ({{aliases}})',
    reason: 'Begründung',
    severityReason: 'Grund der Änderung',
    severityReasonHelp: 'Steht im Verlauf.',
    entityRefs: 'Betroffene Entitäten',
    entityHelp:
      'Services, Systeme oder Ressourcen. Nenne die wichtigste zuerst.',
    startedAt: 'Begonnen',
    detectedAt: 'Erkannt',
    mitigatedAt: 'Abgemildert',
    resolvedAt: 'Behoben',
    ongoing: 'Dauert an',
    zone: 'Zeiten in deiner Zeitzone {{zone}}',
    meetingHeldAt: 'Review-Treffen stattgefunden',
    outcome: 'Ausgang',
    outcomeHelp:
      'Auch ein Fehlalarm, der eine Reaktion ausgelöst hat, ist ein Postmortem wert.',
    visibility: 'Sichtbarkeit',
    visibilityHelp:
      'Eingeschränkt: sichtbar nur für die verantwortliche Person, Incident Commander, Mitwirkende, Reviewer, zuständige Teams und Personen mit Zugriff auf eingeschränkte Postmortems.',
    ownerRef: 'Verantwortlich',
    ownerHelp: 'Sorgt dafür, dass es geschrieben wird.',
    commanderRef: 'Incident Commander',
    commanderHelp: 'Hat die Reaktion geleitet.',
    contributors: 'Mitwirkende',
    contributorUser: 'Person',
    contributorRole: 'Rolle',
    contributorRoles:
      'Einsatz, Protokoll, Kundensupport, Kommunikation, Management',
    addContributor: 'Person hinzufügen',
    removeContributor: 'Person entfernen',
    labels: 'Labels',
    labelsHelp: 'Nach jedem Label die Eingabetaste drücken.',
    links: 'Links',
    noActionItemsReason: 'Keine Maßnahmen nötig',
    limit: {
      near: '{{length}} von {{max}} Zeichen',
      over: 'Zu lang: {{length}} von {{max}} Zeichen. Entferne {{over}}.',
    },
    linkUrl: 'URL',
    linkTitle: 'Titel (optional)',
    addLink: 'Link hinzufügen',
    removeLink: 'Link entfernen',
    openOptions: 'Öffnen',
    closeOptions: 'Schließen',
    clear: 'Leeren',
    searching: 'Der Katalog wird durchsucht …',
    nothingFound: 'Keine Treffer im Katalog',
    catalogFailed:
      'Der Katalog ist nicht erreichbar. Versuch es gleich noch einmal.',
    reasonMe: 'du',
    reasonTeam: 'zuständiges Team',
    missing: {
      title: 'Gib einen Titel ein, der sagt, was ausgefallen ist',
      severity: 'Wähle einen Schweregrad',
      entityRefs: 'Füge mindestens eine betroffene Entität hinzu',
      startedAt: 'Gib an, wann der Incident begonnen hat',
      resolvedAt:
        'Gib an, wann der Incident behoben war, oder wähle „Dauert an“',
    },
    preview: {
      title: 'Frist und Zuständigkeit',
      needsFacts:
        'Wähle einen Schweregrad und gib die Zeiten ein, um die Frist zu sehen.',
      fixFirst: 'Behebe die Fehler im Formular, um die Frist zu sehen.',
      notRequired:
        'Die Richtlinie verlangt für {{severity}} kein Postmortem, aber du kannst trotzdem eines schreiben.',
      catalogUnavailable:
        'Der Katalog ist nicht erreichbar, deshalb sind die zuständigen Teams unbekannt. Deine Eingaben bleiben erhalten.',
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
    overlap: {
      title: 'Dieser Vorfall ist vielleicht schon erfasst',
      text: 'Die Einträge unten überschneiden sich mit diesem Vorfall in Zeit und betroffenen Entitäten. Fahr nur fort, wenn keiner davon derselbe Vorfall ist.',
      waiting: '(braucht ein Postmortem)',
    },
    description:
      'Gib jetzt die Fakten ein und schreib den Text später. Alles lässt sich nachträglich ändern.',
    titlePlaceholder:
      'Checkout lieferte Fehler, nachdem der Cache geleert wurde',
    submit: 'Postmortem beginnen',
    assignToMe: 'Mir zuweisen',
    teams_one: 'Zuständiges Team:',
    teams_other: 'Zuständige Teams:',
    failed:
      'Nicht gespeichert, aber deine Eingaben bleiben erhalten: {{message}}',
    catalogUnavailable:
      'Der Katalog ist nicht erreichbar, deshalb lassen sich die betroffenen Entitäten nicht prüfen. Deine Eingaben bleiben erhalten. Versuch es gleich noch einmal.',
    forbiddenTitle: 'Kein Zugriff',
    forbiddenText:
      'Du hast keine Berechtigung, Postmortems zu beginnen. Bitte die Portal-Administration um Zugriff.',
  },
};
