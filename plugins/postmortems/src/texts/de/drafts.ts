import type { drafts as english } from '../drafts';
import type { Translated } from '../translated';

export const drafts: Translated<typeof english> = {
  drafts: {
    title: 'Du hast ungespeicherten Text',
    where: 'Er ist nur in diesem Browser gespeichert.',
    of: '{{title}}, geschrieben {{ago}}',
    copy: 'Kopieren',
    copied: 'Kopiert',
    copyNamed: 'Deinen Text kopieren: {{title}}',
    discard: 'Verwerfen',
    discardNamed: 'Deinen Text verwerfen: {{title}}',
    textNamed: 'Dein Text: {{title}}',
    restored: 'Das hast du {{ago}} geschrieben, aber nie gespeichert.',
    startOver: 'Verwerfen',
    part: {
      comment: 'Kommentar zu {{part}}',
      editedComment: 'Geänderter Kommentar',
      review: 'Dein Review',
      status: 'Grund der Statusänderung',
      handover: 'Grund der Übergabe',
      'no-action-items': 'Warum keine Maßnahmen nötig sind',
      decline: 'Grund für das Ablehnen einer Maßnahme',
      create: 'Neues Postmortem',
      other: 'Anderer Text',
    },
  },
  gone: {
    title: 'Dieses Postmortem ist für dich nicht mehr verfügbar',
    text: 'Es wurde gelöscht, oder du hast keinen Zugriff mehr darauf.',
    unsaved:
      'Dein ungespeicherter Text ist noch in diesem Browser. Kopiere, was du brauchst, und verwirf ihn dann.',
  },
  access: {
    access: {
      user: 'Dadurch erhält {{name}} Zugriff auf dieses eingeschränkte Postmortem.',
      group:
        'Dadurch erhalten die Mitglieder von {{name}} Zugriff auf dieses eingeschränkte Postmortem.',
    },
    accessOf: {
      user: 'Dadurch erhält {{name}} Zugriff auf das eingeschränkte Postmortem {{id}}.',
      group:
        'Dadurch erhalten die Mitglieder von {{name}} Zugriff auf das eingeschränkte Postmortem {{id}}.',
    },
    none: {
      user: '{{name}} kann dieses eingeschränkte Postmortem nicht sehen. Trage die Person als Mitwirkende ein, um ihr Zugriff zu geben.',
      group:
        'Mitglieder von {{name}} können dieses eingeschränkte Postmortem möglicherweise nicht sehen. Trage sie als Mitwirkende ein, um ihnen Zugriff zu geben.',
    },
    noneOf: {
      user: '{{name}} kann das eingeschränkte Postmortem {{id}} nicht sehen. Trage die Person als Mitwirkende ein, um ihr Zugriff zu geben.',
      group:
        'Mitglieder von {{name}} können das eingeschränkte Postmortem {{id}} möglicherweise nicht sehen. Trage sie als Mitwirkende ein, um ihnen Zugriff zu geben.',
    },
    team: 'Beim Speichern wird {{name}} ein zuständiges Team, und die Mitglieder erhalten Zugriff auf dieses eingeschränkte Postmortem.',
  },
};
