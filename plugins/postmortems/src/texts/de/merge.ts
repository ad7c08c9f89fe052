import type { merge as english } from '../merge';
import type { Translated } from '../translated';

export const merge: Translated<typeof english> = {
  merge: {
    menu: 'Mit anderem zusammenführen',
    title: '{{id}} mit einem anderen Postmortem zusammenführen',
    text: 'Für Duplikate. Das andere Postmortem übernimmt die Incidents, die Maßnahmen und die Frist von {{id}}, aber nicht den Text. Kopiere vorher, was du brauchst.',
    into: 'Postmortem, das bleibt',
    intoHelp: 'Nach ID oder Titel suchen',
    confirm: 'Zusammenführen',
    loading: 'Vorschau wird geladen',
    previewFailed: 'Keine Vorschau möglich: {{message}}',
    after: '{{id}} nach dem Zusammenführen',
    severity: 'Schweregrad',
    resolved: 'Behoben',
    ongoing: 'Dauert an',
    deadline: 'Frist',
    gains:
      'Das Zusammenführen verbessert die Fristeinhaltung oder lockert die Frist ({{gains}}). Deshalb ist eine Begründung nötig, und es wird als Ausnahme aufgeführt.',
    gain: {
      'left-overdue': 'nicht mehr überfällig',
      'left-late': 'nicht mehr verspätet',
      'left-rate': 'nicht mehr in der Quote',
      'later-deadline': 'eine spätere oder keine Frist',
      'no-longer-required': 'kein Postmortem nötig',
      'lower-severity': 'ein niedrigerer Schweregrad',
      excused: 'durch eine bestehende Befreiung oder Verlängerung gedeckt',
    },
  },
};
