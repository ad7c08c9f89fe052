import type { meeting as english } from '../meeting';
import type { Translated } from '../translated';

export const meeting: Translated<typeof english> = {
  meeting: {
    none: 'Kein Review-Treffen geplant.',
    noTime: 'Keine Zeit festgelegt.',
    policy:
      'Laut Richtlinie gilt das Postmortem erst nach dem Review-Treffen als abgeschlossen.',
    held: 'Stattgefunden {{time}}',
    join: 'Teilnehmen',
    with: 'Mit {{people}}',
    schedule: 'Treffen planen',
    edit: 'Treffen bearbeiten',
    markHeld: 'Als stattgefunden markieren',
    correct: 'Zeit des Treffens korrigieren',
    cancel: 'Treffen absagen',
    cancelTitle: 'Das Review-Treffen absagen?',
    cancelText:
      'Das Treffen wird aus dem Postmortem entfernt, und die Teilnehmenden werden benachrichtigt. Kalendereinträge müssen von Hand gelöscht werden.',
    planTitle: 'Review-Treffen zu {{id}}',
    scheduledFor: 'Datum und Uhrzeit',
    durationMinutes: 'Dauer (Minuten)',
    url: 'Link zum Treffen (optional)',
    attendees: 'Teilnehmende',
    heldTitle: 'Wann fand das Review-Treffen statt?',
    heldText: 'Das Postmortem gilt ab diesem Zeitpunkt als abgeschlossen.',
    heldHelp:
      'Leere das Feld, wenn das Treffen nicht stattgefunden hat. {{zone}}',
    afterDeadline: {
      published: {
        ahead:
          'Das ist nach der Frist am {{date}}. Zieh das Treffen vor oder veröffentliche vor Ablauf der Frist.',
        passed:
          'Die Frist war am {{date}}. Du kannst schon vor dem Treffen veröffentlichen.',
      },
      held: {
        ahead:
          'Das ist nach der Frist am {{date}}, und laut Richtlinie muss das Treffen vorher stattfinden. Zieh das Treffen vor oder bitte um eine Verlängerung.',
        passed:
          'Laut Richtlinie musste das Treffen bis {{date}} stattfinden. Hole es so bald wie möglich nach oder bitte um eine Verlängerung.',
      },
    },
    addToCalendar: 'In den Kalender',
    calendarFailed:
      'Der Kalendereintrag konnte nicht geladen werden: {{message}}',
    agenda: 'Agenda',
    agendaEmpty: 'Keine offenen Fragen.',
    agendaFailed: 'Die Agenda konnte nicht geladen werden: {{message}}',
    missing: 'Noch nicht erledigt: {{what}}',
    decide: 'Über {{item}} entscheiden',
    answer: '{{comment}}: {{text}}',
    commentOf: '{{person}} zu {{part}}',
  },
};
