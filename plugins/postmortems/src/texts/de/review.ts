import type { review as english } from '../review';
import type { Translated } from '../translated';

export const review: Translated<typeof english> = {
  review: {
    label: 'Review',
    approvals_one: '{{approvals}} von {{count}} Freigabe',
    approvals_other: '{{approvals}} von {{count}} Freigaben',
    noneNeeded: 'Keine Freigabe nötig',
    none: 'Noch keine Reviewer.',
    add: 'Reviewer hinzufügen',
    edit: 'Reviewer bearbeiten',
    reviewers: 'Reviewer',
    reviewersTitle: 'Reviewer für {{id}}',
    reviewersHelp_one:
      'Personen oder Gruppen; für eine Gruppe kann jedes Mitglied das Review machen. Zum Veröffentlichen ist {{count}} Freigabe nötig von jemandem, der weder verantwortlich ist noch den Großteil des Textes geschrieben hat.',
    reviewersHelp_other:
      'Personen oder Gruppen; für eine Gruppe kann jedes Mitglied das Review machen. Zum Veröffentlichen sind {{count}} Freigaben nötig von Personen, die weder verantwortlich sind noch den Großteil des Textes geschrieben haben.',
    reviewersHelpNoneNeeded:
      'Personen oder Gruppen; für eine Gruppe kann jedes Mitglied das Review machen. Zum Veröffentlichen ist keine Freigabe nötig.',
    notifiedNow: 'Neue Reviewer werden sofort benachrichtigt.',
    notifiedLater:
      'Die Reviewer werden benachrichtigt, sobald das Postmortem ins Review geschickt wird.',
    pending: 'ausstehend',
    pendingGroup: 'ausstehend, jedes Mitglied kann das Review machen',
    staleApproval: 'zählt nicht: Der Text wurde seitdem geändert',
    stale: 'der Text wurde seitdem geändert',
    doesNotCount: {
      owner: 'zählt nicht: ist verantwortlich',
      'was-owner':
        'zählt nicht: war verantwortlich und hat bestätigt oder geschrieben',
      author: 'zählt nicht: hat den Großteil des Textes geschrieben',
    },
    yoursDoesNotCount: {
      owner: 'Deine Freigabe zählt nicht, weil du verantwortlich bist.',
      'was-owner':
        'Deine Freigabe zählt nicht, weil du früher als verantwortliche Person bestätigt oder geschrieben hast.',
      author:
        'Deine Freigabe zählt nicht, weil du den Großteil des Textes geschrieben hast.',
    },
    blocks: 'Blockiert die Veröffentlichung bis zur Freigabe.',
    dismissed: 'Verworfen von {{person}} {{time}}: {{reason}}',
    lapsed: {
      removed:
        'Blockiert die Veröffentlichung nicht mehr: als Reviewer entfernt.',
      left: 'Blockiert die Veröffentlichung nicht mehr: nicht mehr im Katalog.',
    },
    dismiss: {
      action: 'Verwerfen',
      title: 'Verlangte Änderungen verwerfen?',
      text: '{{person}} hat Änderungen verlangt. Wenn du sie verwirfst, blockieren sie die Veröffentlichung nicht mehr. Das steht dann im Verlauf und bei den Ausnahmen.',
    },
    requested: {
      title: 'Dein Review wird erbeten',
      text: 'Lies das Postmortem, dann gib es frei oder verlange Änderungen.',
      approve:
        'Der Text wurde nach deiner Freigabe geändert. Lies ihn noch einmal, dann gib ihn frei oder verlange Änderungen.',
      'request-changes':
        'Das Postmortem wurde wieder ins Review geschickt, nachdem du Änderungen verlangt hast. Lies es, dann gib es frei oder verlange Änderungen.',
    },
    changesRequested: 'Änderungen verlangt',
    sendAgain: 'Wieder ins Review schicken',
    changedSinceRead:
      'Der Text wurde geändert, nachdem du diese Seite geöffnet hast. Lies die aktuelle Fassung, bevor du sie freigibst. Der Verlauf am Ende der Seite zeigt die Änderungen.',
    changedMaybeDone:
      'Der Text wurde geändert, nachdem du diese Seite geöffnet hast. Vielleicht sind deine Änderungen schon erledigt.',
    readCurrent: 'Aktuelle Fassung lesen',
    approve: {
      action: 'Freigeben',
      title: '{{id}} freigeben?',
      text: 'Du gibst diese Fassung frei. Nach Änderungen ist eine neue Freigabe nötig.',
      comment: 'Kommentar (optional)',
      done: '{{person}} hat freigegeben',
      thanks: 'Du hast dieses Postmortem freigegeben.',
    },
    'request-changes': {
      action: 'Änderungen verlangen',
      title: 'Änderungen an {{id}} verlangen',
      text: 'Das Postmortem wird wieder ein Entwurf, und die verantwortliche Person erhält deinen Kommentar.',
      comment: 'Nötige Änderungen',
      done: '{{person}} hat Änderungen verlangt',
      thanks: 'Du hast Änderungen verlangt.',
      thanksText:
        'Das Postmortem ist wieder ein Entwurf, und die verantwortliche Person wurde benachrichtigt.',
    },
  },
};
