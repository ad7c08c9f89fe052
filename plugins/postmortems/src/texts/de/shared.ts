import type { shared as english } from '../shared';
import type { Translated } from '../translated';

export const shared: Translated<typeof english> = {
  page: {
    title: 'Postmortems',
    new: 'Neu',
    notFound: 'Seite nicht gefunden',
  },
  undo: {
    action: 'Rückgängig machen',
    failed: 'Die Änderung konnte nicht rückgängig gemacht werden',
  },
  link: { newWindow: ', öffnet in einem neuen Fenster' },
  status: {
    draft: 'Entwurf',
    inReview: 'Im Review',
    published: 'Veröffentlicht',
  },
  outcome: {
    incident: 'Incident',
    falseAlarm: 'Fehlalarm',
  },
  complianceStatus: {
    overdue: 'Überfällig',
    dueSoon: 'Bald fällig',
    onTrack: 'Im Plan',
    pending: 'Ausstehend',
    met: 'Eingehalten',
    late: 'Verspätet',
    waived: 'Befreit',
    claimed: 'Unbestätigt',
    notRequired: 'Nicht nötig',
  },
  complianceTime: {
    overdue: '{{time}} überfällig',
    dueSoon: 'In {{time}} fällig',
    onTrack: 'In {{time}} fällig',
    late: '{{time}} verspätet',
    pending: 'Ausstehend',
    met: 'Eingehalten',
    waived: 'Befreit',
    claimed: 'Unbestätigt',
    notRequired: 'Nicht nötig',
  },
  severity: {
    loweredTo: 'gesenkt auf',
    loweredHint:
      'Der Schweregrad wurde auf {{final}} gesenkt. Die Frist richtet sich weiterhin nach {{governing}}, dem höchsten Schweregrad des Incidents.',
  },
  time: {
    minute: '{{value}} Min.',
    hour: '{{value}} Std.',
    day: '{{value}} Tg.',
    month: '{{value}} Mon.',
    year: '{{value}} J.',
    underAMinute: 'unter 1 Min.',
    now: 'gerade eben',
    ago: 'vor {{amount}}',
    in: 'in {{amount}}',
  },
  entities: { more: '+{{value}}', gone: '(nicht mehr im Katalog)' },
  owner: {
    none: 'Nicht vergeben',
    acknowledged: 'Von der verantwortlichen Person bestätigt',
    waiting: '(noch nicht bestätigt)',
  },
  state: {
    errorTitle: 'Der Inhalt konnte nicht geladen werden',
    retry: 'Erneut versuchen',
    forbiddenTitle: 'Kein Zugriff',
    forbiddenText:
      'Du hast keine Berechtigung, Postmortems zu lesen. Bitte die Portal-Administration um Zugriff.',
    notFoundTitle: 'Nicht gefunden',
    notFoundText: 'Es existiert nicht oder wurde gelöscht.',
  },
};
