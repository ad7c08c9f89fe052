import type { comments as english } from '../comments';
import type { Translated } from '../translated';

export const comments: Translated<typeof english> = {
  comments: {
    title: 'Kommentare',
    close: 'Kommentare schließen',
    open_one: 'Kommentare: {{count}} offen',
    open_other: 'Kommentare: {{count}} offen',
    none: 'Kommentare',
    on: '{{part}} kommentieren',
    openOn_one: '{{count}} offener Kommentar zu {{part}}',
    openOn_other: '{{count}} offene Kommentare zu {{part}}',
    part: {
      whole: 'Das ganze Postmortem',
      event: 'Ereignis: {{text}}',
      removed: 'Entfernter Inhalt',
    },
    filter: {
      label: 'Kommentare filtern',
      open: 'Offen ({{value}})',
      resolved: 'Erledigt ({{value}})',
    },
    empty: {
      open: 'Keine offenen Kommentare.',
      resolved: 'Keine erledigten Kommentare.',
      how: 'Kommentiere hier das ganze Postmortem oder nutze das Kommentarsymbol an einem Abschnitt.',
    },
    missing: 'Kommentar {{id}} gibt es nicht mehr.',
    add: 'Kommentieren',
    addTo: 'Kommentar zu: {{part}}',
    text: 'Kommentar (Markdown)',
    textHelp:
      'Erwähne Personen mit ihrem Namen im Katalog, etwa @grace.hopper.',
    editTitle: 'Kommentar bearbeiten',
    name: 'Kommentar von {{author}}',
    linkTo: 'Link zum Kommentar {{id}}',
    edited: 'bearbeitet',
    resolve: 'Erledigen',
    resolveNamed: 'Erledigen: {{name}}',
    reopen: 'Wieder öffnen',
    reopenNamed: 'Wieder öffnen: {{name}}',
    resolvedBy: 'Erledigt von {{person}} {{when}}',
  },
};
