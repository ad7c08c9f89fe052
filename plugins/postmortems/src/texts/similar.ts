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
      'depends-on': 'affected a dependency: {{values}}',
      'dependency-of': 'affected a dependent: {{values}}',
      'same-system': 'same system: {{values}}',
      'same-factor': 'same factor: {{values}}',
      'same-label': 'labeled {{values}}',
      'shared-words': 'shared words {{values}}',
    },
  },
} as const;
