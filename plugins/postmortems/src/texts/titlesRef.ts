import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * Titles of pages, tabs, menu items and links. They are separate from the other texts because a
 * portal loads them at startup.
 *
 * @public
 */
export const postmortemsTitlesTranslationRef = createTranslationRef({
  id: 'postmortems-titles',
  messages: {
    page: 'Postmortems',
    subPage: {
      all: 'Postmortems',
      actionItems: 'Action items',
      compliance: 'Compliance',
      insights: 'Insights',
      incidentSources: 'Incident sources',
    },
    entityContent: 'Postmortems',
    entityLink: 'Postmortems',
    startPostmortem: 'Start postmortem',
  },
  translations: { de: () => import('./de/titles') },
});
