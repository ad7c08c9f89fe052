/** Titles of pages, tabs, menu items and links. */
export default {
  page: 'Postmortems',
  'subPage.all': 'Postmortems',
  'subPage.actionItems': 'Maßnahmen',
  'subPage.compliance': 'Fristeinhaltung',
  'subPage.insights': 'Auswertung',
  'subPage.incidentSources': 'Incident-Quellen',
  entityContent: 'Postmortems',
  entityLink: 'Postmortems',
  startPostmortem: 'Postmortem beginnen',
};
