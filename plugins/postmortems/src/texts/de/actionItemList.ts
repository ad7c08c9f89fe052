import type { actionItemList as english } from '../actionItemList';
import type { Translated } from '../translated';

export const actionItemList: Translated<typeof english> = {
  actionItemList: {
    title: 'Maßnahmen',
    overdue: 'Überfällig',
    priority: 'Priorität',
    kind: 'Art',
    searchLabel: 'Nach ID und Titel suchen',
    count_one: '{{count}} Maßnahme',
    count_other: '{{count}} Maßnahmen',
    countCapped: 'Über {{value}} Maßnahmen',
    overdueCount: '{{value}} überfällig',
    openCount: '{{value}} offen',
    allCount: '{{value}} insgesamt',
    select: '{{id}} auswählen',
    selectAll: 'Alle auf dieser Seite auswählen',
    column: {
      title: 'Maßnahme',
      due: 'Fällig',
      owner: 'Verantwortlich',
      status: 'Status',
      priority: 'Priorität',
      severity: 'Schwere',
      postmortem: 'Postmortem',
      kind: 'Art',
      ticket: 'Ticket',
    },
    by: {
      none: 'Ungruppiert',
      team: 'Team',
      owner: 'Verantwortlich',
      postmortem: 'Postmortem',
      entity: 'Betroffene Entität',
    },
    overlap: {
      team: 'Maßnahmen, die zu mehreren Teams gehören, stehen bei jedem Team.',
      entity:
        'Maßnahmen zu Incidents mit mehreren betroffenen Entitäten stehen bei jeder Entität.',
    },
    nothingOpenTitle: 'Keine offenen Maßnahmen',
    nothingOpenText:
      'Vorgeschlagene, erledigte und abgelehnte Maßnahmen werden nicht gezeigt.',
    showAll: 'Alle Status anzeigen',
    noMatchTitle: 'Keine Maßnahmen passen zu diesen Filtern',
    noMatchText:
      'Ändere die Filter oder setze sie zurück, um mehr Maßnahmen zu sehen.',
    noOpenMatchText:
      'Nur offene Maßnahmen werden gezeigt. Ändere den Statusfilter, um andere zu sehen.',
    noneYetTitle: 'Noch keine Maßnahmen',
    noneYetText:
      'Füge dem Postmortem Maßnahmen hinzu, um eine Wiederholung des Incidents zu verhindern oder die Auswirkungen zu verringern.',
    toPostmortems: 'Postmortems anzeigen',
    bulk: {
      label: 'Ausgewählte Maßnahmen ändern',
      selected_one: '{{count}} ausgewählt',
      selected_other: '{{count}} ausgewählt',
      owner: 'Verantwortung vergeben',
      due: 'Fälligkeit setzen',
      status: 'Status setzen',
      clear: 'Auswahl aufheben',
      title: {
        owner_one: 'Verantwortung für {{count}} Maßnahme vergeben',
        owner_other: 'Verantwortung für {{count}} Maßnahmen vergeben',
        due_one: 'Fälligkeit von {{count}} Maßnahme setzen',
        due_other: 'Fälligkeit von {{count}} Maßnahmen setzen',
        declined_one: '{{count}} Maßnahme ablehnen?',
        declined_other: '{{count}} Maßnahmen ablehnen?',
      },
      confirm: {
        owner: 'Verantwortung vergeben',
        due: 'Fälligkeit setzen',
        declined: 'Ablehnen',
      },
      dueReasonHelp:
        'Nötig, wenn die Richtlinie für eine davon ein früheres Datum vorschlägt.',
      done_one: '{{count}} Maßnahme geändert.',
      done_other: '{{count}} Maßnahmen geändert.',
      refused_one:
        '{{count}} konnte nicht geändert werden und ist weiterhin ausgewählt:',
      refused_other:
        '{{count}} konnten nicht geändert werden und sind weiterhin ausgewählt:',
      failed:
        'Die übrigen Maßnahmen konnten nicht geändert werden und sind weiterhin ausgewählt: {{message}}',
    },
  },
  card: {
    all: 'Alle Postmortems anzeigen',
    overduePostmortems_one: '{{count}} überfälliges Postmortem',
    overduePostmortems_other: '{{count}} überfällige Postmortems',
    overdueActionItems_one: '{{count}} überfällige Maßnahme',
    overdueActionItems_other: '{{count}} überfällige Maßnahmen',
    openActionItems_one: '{{count}} offene Maßnahme',
    openActionItems_other: '{{count}} offene Maßnahmen',
    nothingOpen: 'Nichts überfällig, keine offenen Maßnahmen',
    none: 'Keine Postmortems zu Incidents, die diese Entität betrafen.',
  },
  csv: {
    button: 'CSV',
    label: 'Als CSV herunterladen',
    labelOf: 'Als CSV herunterladen: {{subject}}',
    progress: '{{done}} von {{total}} Zeilen …',
    cancel: 'Abbrechen',
    cut: 'Die Datei enthält nur die ersten {{value}} Zeilen. Grenze die Filter ein, um den Rest herunterzuladen.',
    failed: 'Die Datei konnte nicht heruntergeladen werden: {{message}}',
  },
};
