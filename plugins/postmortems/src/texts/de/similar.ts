import type { Translated } from '../translated';
import type { similar as english } from '../similar';

export const similar: Translated<typeof english> = {
  similar: {
    title: 'Ähnliche Postmortems',
    hint: 'Ähnliche Incidents gab es schon',
    link: 'Als verwandt verlinken',
    linkOne: 'Als verwandt verlinken: {{id}}',
    quoted: '„{{value}}“',
    reason: {
      'same-entity': 'betraf auch {{values}}',
      'depends-on': 'betraf eine Abhängigkeit: {{values}}',
      'dependency-of': 'betraf etwas, das davon abhängt: {{values}}',
      'same-system': 'selbes System: {{values}}',
      'same-factor': 'selber Faktor: {{values}}',
      'same-label': 'Label {{values}}',
      'shared-words': 'gemeinsame Wörter {{values}}',
    },
  },
};
