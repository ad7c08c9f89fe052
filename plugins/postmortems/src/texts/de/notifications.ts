import type { notifications as english } from '../notifications';
import type { Translated } from '../translated';

export const notifications: Translated<typeof english> = {
  watching: {
    watch: 'Beobachten',
    watchHint:
      'Beobachten: benachrichtigt werden, wenn die Veröffentlichung bekannt gegeben wird',
    watchingHint:
      'Du beobachtest es und wirst benachrichtigt, wenn die Veröffentlichung bekannt gegeben wird. Klicken, um nicht mehr zu beobachten.',
  },
  snooze: {
    action: 'Erinnerungen pausieren',
    title: 'Erinnerungen an {{id}} pausieren',
    text: 'Bis zum gewählten Datum bekommst du keine Erinnerungen. Ist die Arbeit dann noch offen, bekommst du eine. Andere werden weiterhin erinnert.',
    when: 'Pausieren bis',
    tomorrow: 'Morgen ({{date}})',
    week: 'In einer Woche ({{date}})',
    date: 'Datum wählen',
    dateLabel: 'Datum',
    dateProblem: 'Wähle ein Datum in der Zukunft.',
    confirm: 'Pausieren',
    note: 'Deine Erinnerungen sind bis zum {{date}} pausiert.',
    resume: 'Erinnerungen fortsetzen',
    resumeNamed: 'Erinnerungen fortsetzen: {{id}}',
  },
  announce: {
    label: 'Veröffentlichung bekannt geben',
    teams: '{{teams}} und alle, die es beobachten, werden benachrichtigt.',
    watchers: 'Alle, die es beobachten, werden benachrichtigt.',
    restrictedTeams:
      '{{teams}} werden benachrichtigt, außerdem alle Beobachtenden mit einer Rolle in diesem Postmortem, etwa als Reviewer oder Mitwirkende.',
    restrictedWatchers:
      'Alle Beobachtenden mit einer Rolle in diesem Postmortem, etwa als Reviewer oder Mitwirkende, werden benachrichtigt.',
  },
};
