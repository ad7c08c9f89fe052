import type { imports as english } from '../imports';
import type { Translated } from '../translated';

export const imports: Translated<typeof english> = {
  imported: {
    title: 'Unbestätigter Import',
    bySystem: 'Importiert {{time}}.',
    fromSystem: 'Aus {{source}} importiert {{time}}.',
    by: 'Importiert durch {{actor}} {{time}}.',
    from: 'Aus {{source}} importiert durch {{actor}} {{time}}.',
    confirmed: 'Bestätigt durch {{person}} {{time}}.',
    text: 'Der Import enthält die folgenden Angaben. Bis eine unabhängige Person sie bestätigt, zählt das Postmortem in keiner Quote.',
    claim: {
      publication: 'Veröffentlicht am {{date}}',
      waiver: 'Befreit durch {{approver}}: {{reason}}',
      waiverUntil: 'Bis {{date}} befreit durch {{approver}}: {{reason}}',
      extension: 'Auf {{date}} verlängert durch {{approver}}: {{reason}}',
      acknowledgement: 'Verantwortung von {{owner}} am {{date}} bestätigt',
      meeting: 'Review-Treffen hat am {{date}} stattgefunden',
    },
    owner: '(laut Import bestätigt)',
    action: 'Bestätigen',
    dialogTitle: 'Import von {{id}} bestätigen',
    dialogText:
      'Du bestätigst, dass die Angaben des Imports stimmen. Dein Name steht im Verlauf und bei den Ausnahmen.',
    reason: 'Wie du es geprüft hast (optional)',
    needsOther: {
      importer:
        'Du hast dieses Postmortem importiert, deshalb muss jemand anderes den Import bestätigen.',
      owner:
        'Du bist verantwortlich, deshalb muss jemand anderes den Import bestätigen.',
      'was-owner':
        'Du hast dieses Postmortem als verantwortliche Person bestätigt oder bearbeitet, deshalb muss jemand anderes den Import bestätigen.',
      author:
        'Du hast den Großteil des Textes geschrieben, deshalb muss jemand anderes den Import bestätigen.',
      service: 'Nur eine Person kann den Import bestätigen.',
      permission:
        'Du darfst den Import nicht bestätigen. Bitte eine unabhängige Person, die dieses Postmortem veröffentlichen darf. Enthält der Import eine Befreiung oder Verlängerung, muss sie auch diese gewähren dürfen.',
    },
    bulk: {
      label: 'Ausgewählte Importe bestätigen',
      select: '{{id}} auswählen',
      selectAll: 'Alle auf dieser Seite auswählen',
      selected_one: '{{count}} ausgewählt',
      selected_other: '{{count}} ausgewählt',
      action: 'Ausgewählte bestätigen',
      clear: 'Auswahl aufheben',
      title_one: '{{count}} Import bestätigen',
      title_other: '{{count}} Importe bestätigen',
      done_one: '{{count}} Import bestätigt.',
      done_other: '{{count}} Importe bestätigt.',
      refused_one:
        '{{count}} konnte nicht bestätigt werden und ist weiterhin ausgewählt:',
      refused_other:
        '{{count}} konnten nicht bestätigt werden und sind weiterhin ausgewählt:',
      failed:
        'Die übrigen Importe konnten nicht bestätigt werden und sind weiterhin ausgewählt: {{message}}',
    },
  },
};
