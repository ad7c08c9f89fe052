import type { deletion as english } from '../deletion';
import type { Translated } from '../translated';

export const deletion: Translated<typeof english> = {
  delete: {
    title: '{{id}} löschen?',
    owed: 'Der Incident braucht weiterhin ein Postmortem. Ein leerer Entwurf mit derselben Frist ersetzt {{id}}.',
    notOwed:
      'Für diesen Incident ist kein Postmortem nötig, deshalb ersetzt es kein Entwurf.',
    undo: 'Du kannst {{id}} unter „Kürzlich gelöscht“ wiederherstellen.',
    action: 'Löschen',
  },
  deleted: {
    title: 'Kürzlich gelöscht',
    description:
      'Gelöschte Postmortems lassen sich wiederherstellen, bis ihr Text endgültig entfernt wird.',
    menu: 'Weitere Aktionen',
    open: 'Kürzlich gelöscht',
    back: 'Zurück zu allen Postmortems',
    empty: 'Keine gelöschten Postmortems',
    emptyText:
      'Hier erscheinen gelöschte Postmortems, die du wiederherstellen kannst.',
    postmortem: 'Postmortem',
    severity: 'Schweregrad',
    when: 'Gelöscht',
    by: 'von {{actor}}',
    successor: 'Ersetzt durch',
    until: 'Wiederherstellbar bis',
    action: 'Aktion',
    restore: 'Wiederherstellen',
    restoreNamed: '{{id}} wiederherstellen',
    purged: 'Text entfernt',
    forbiddenTitle: 'Kein Zugriff',
    forbiddenText:
      'Diese Seite erfordert die Berechtigung postmortem.delete. Bitte die Portal-Administration um Zugriff.',
    notice: '{{id}} wurde gelöscht.',
    noticeReplaced: '{{id}} wurde gelöscht und durch {{successor}} ersetzt.',
  },
  redact: {
    menu: 'Schwärzen',
    title: 'Text in {{id}} schwärzen',
    text: 'Entfernt ein durchgesickertes Geheimnis oder personenbezogene Daten aus allen Abschnitten, Maßnahmen, Kommentaren, dem Verlauf und den Daten aus Incident-Quellen. Das lässt sich nicht rückgängig machen. Der Verlauf zeigt deine Begründung, aber nie den Text.',
    field: 'Zu entfernender Text',
    fieldHelp: 'Mindestens 4 Zeichen, Groß- und Kleinschreibung egal',
    action: 'Schwärzen',
    done_one: '{{count}} Stelle geschwärzt.',
    done_other: '{{count}} Stellen geschwärzt.',
  },
};
