import type { Translated } from '../translated';
import type { feeds as english } from '../feeds';

export const feeds: Translated<typeof english> = {
  feeds: {
    open: 'Abonnieren',
    title: 'Postmortems abonnieren',
    text: 'Ein Feed zeigt neu veröffentlichte Postmortems in einem Feedreader oder Chat-Tool. Eingeschränkte Postmortems sind nicht enthalten.',
    scope: 'Postmortems',
    scopeHelp:
      'Um ein Team oder eine Entität zu abonnieren, filtere zuerst die Liste danach.',
    all: 'Alle Postmortems',
    team: 'Postmortems von {{name}}',
    entity: 'Postmortems, die {{name}} betreffen',
    create: 'Feed erstellen',
    createFailed: 'Der Feed wurde nicht erstellt: {{message}}',
    secret:
      'Kopiere die Adresse jetzt. Sie wird nicht noch einmal angezeigt. Wer sie hat, kann den Feed lesen, bis du ihn widerrufst.',
    address: 'Adresse des Feeds',
    copy: 'Adresse kopieren',
    copied: 'Kopiert',
    copyFailed: 'Die Adresse wurde nicht kopiert: {{message}}',
    own: 'Deine Feeds',
    created: 'Erstellt {{when}}',
    revoke: 'Widerrufen',
    revokeOf: 'Widerrufen: {{what}}',
    revokeFailed: 'Der Feed wurde nicht widerrufen: {{message}}',
    close: 'Schließen',
  },
};
