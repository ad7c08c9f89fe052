/** Similar postmortems and the reasons why they are similar. */
export const similar = {
  similar: {
    title: 'Similar postmortems',
    hint: 'Similar incidents have happened before',
    link: 'Link as related',
    linkOne: 'Link as related: {{id}}',
    quoted: '“{{value}}”',
    reason: {
      'same-entity': 'also affected {{values}}',
      'depends-on': 'depends on {{values}}',
      'dependency-of': '{{values}} depends on it',
      'same-system': 'same system: {{values}}',
      'same-factor': 'same factor: {{values}}',
      'same-label': 'labeled {{values}}',
      'shared-words': 'shared words {{values}}',
    },
  },
} as const;
