import {
  PageBlueprint,
  SubPageBlueprint,
  coreExtensionData,
} from '@backstage/frontend-plugin-api';
import { loadScreen } from '../../data/loadScreen';
import { rootRouteRef } from '../../routes';
import { postmortemsTitlesTranslationRef as titles } from '../../texts/titlesRef';
import { prefetchListPage } from './prefetch';
import { loadList, loadPage } from './screens';

// Configured titles are passed as text, because a translation would override them.

/**
 * The page and its sub-pages. The blueprint's own tabs only support routes for sub-pages, so a
 * loader also adds routes for the form and for single postmortems. Other plugins can still attach
 * sub-pages.
 */
const postmortemsPage = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { apis, config, inputs }) {
    prefetchListPage(apis, config.path ?? '/postmortems');
    return originalFactory({
      path: '/postmortems',
      title: config.title ?? titles('page'),
      routeRef: rootRouteRef,
      noHeader: true,
      loader: async () => {
        const { PostmortemsPage } = await loadScreen(loadPage);
        const subPages = inputs.pages.map(page => {
          const path = page.get(coreExtensionData.routePath);
          return {
            path,
            title: page.get(coreExtensionData.title) ?? path,
            translation: page.get(coreExtensionData.titleTranslation),
            icon: page.get(coreExtensionData.icon),
            element: page.get(coreExtensionData.reactElement),
          };
        });
        return <PostmortemsPage title={config.title} subPages={subPages} />;
      },
    });
  },
});

const allSubPage = SubPageBlueprint.makeWithOverrides({
  name: 'all',
  factory: (originalFactory, { config }) =>
    originalFactory({
      path: 'all',
      title: config.title ?? titles('subPage.all'),
      loader: () => loadList().then(m => <m.AllPostmortemsPage />),
    }),
});

const actionItemsSubPage = SubPageBlueprint.makeWithOverrides({
  name: 'action-items',
  factory: (originalFactory, { config }) =>
    originalFactory({
      path: 'action-items',
      title: config.title ?? titles('subPage.actionItems'),
      loader: () =>
        import('../../screens/actionItems/ActionItemsPage').then(m => (
          <m.ActionItemsPage />
        )),
    }),
});

const complianceSubPage = SubPageBlueprint.makeWithOverrides({
  name: 'compliance',
  factory: (originalFactory, { config }) =>
    originalFactory({
      path: 'compliance',
      title: config.title ?? titles('subPage.compliance'),
      loader: () =>
        import('../../screens/compliance/CompliancePage').then(m => (
          <m.CompliancePage />
        )),
    }),
});

const insightsSubPage = SubPageBlueprint.makeWithOverrides({
  name: 'insights',
  factory: (originalFactory, { config }) =>
    originalFactory({
      path: 'insights',
      title: config.title ?? titles('subPage.insights'),
      loader: () =>
        import('../../screens/insights/InsightsPage').then(m => (
          <m.InsightsPage />
        )),
    }),
});

const incidentSourcesSubPage = SubPageBlueprint.makeWithOverrides({
  name: 'incident-sources',
  factory: (originalFactory, { config }) =>
    originalFactory({
      path: 'incident-sources',
      title: config.title ?? titles('subPage.incidentSources'),
      loader: () =>
        import('../../screens/incidentSources/IncidentSourcesPage').then(m => (
          <m.IncidentSourcesPage />
        )),
    }),
});

export const pages = [
  postmortemsPage,
  allSubPage,
  actionItemsSubPage,
  complianceSubPage,
  insightsSubPage,
  incidentSourcesSubPage,
];
