import { lazy } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Header, HeaderTabs, Page } from '@backstage/core-components';
import { INCIDENT_SOURCES_PATH, rootRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { StartPostmortemButton } from '../../ui/controls/StartPostmortemButton';
import { useNavigate } from '../../ui/navigation/location';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { PostmortemsRoutes } from '../page/PostmortemsRoutes';
import { useCurrentSubPage, useTabs } from '../page/subPages';
import type { SubPage } from '../page/subPages';

const AllPostmortemsPage = lazy(() =>
  import('../../screens/list/AllPostmortemsPage').then(m => ({
    default: m.AllPostmortemsPage,
  })),
);
const ActionItemsPage = lazy(() =>
  import('../../screens/actionItems/ActionItemsPage').then(m => ({
    default: m.ActionItemsPage,
  })),
);
const CompliancePage = lazy(() =>
  import('../../screens/compliance/CompliancePage').then(m => ({
    default: m.CompliancePage,
  })),
);
const InsightsPage = lazy(() =>
  import('../../screens/insights/InsightsPage').then(m => ({
    default: m.InsightsPage,
  })),
);
const IncidentSourcesPage = lazy(() =>
  import('../../screens/incidentSources/IncidentSourcesPage').then(m => ({
    default: m.IncidentSourcesPage,
  })),
);

const useStyles = makeStyles(theme => ({
  content: {
    gridArea: 'pageContent',
    minWidth: 0,
    paddingTop: theme.spacing(3),
  },
}));

/** The page in the old frontend system, where the plugin renders header and tabs itself. */
export function LegacyPostmortemsPage() {
  const classes = useStyles();
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const navigate = useNavigate();

  const subPages: SubPage[] = [
    { path: 'all', title: t('list.title'), element: <AllPostmortemsPage /> },
    {
      path: 'action-items',
      title: t('actionItemList.title'),
      element: <ActionItemsPage />,
    },
    {
      path: 'compliance',
      title: t('compliance.title'),
      element: <CompliancePage />,
    },
    {
      path: 'insights',
      title: t('insights.title'),
      element: <InsightsPage />,
    },
    {
      path: INCIDENT_SOURCES_PATH,
      title: t('incidentSources.title'),
      element: <IncidentSourcesPage />,
    },
  ];
  const current = useCurrentSubPage(subPages);
  const tabs = useTabs(subPages) ?? [];

  return (
    <Page themeId="tool">
      <Header
        title={t('page.title')}
        {...(!current && { type: t('page.title'), typeLink: root })}
      >
        {current === subPages[0] && <StartPostmortemButton />}
      </Header>
      {current && tabs.includes(current) && (
        <HeaderTabs
          tabs={tabs.map(page => ({ id: page.path, label: page.title }))}
          selectedIndex={tabs.indexOf(current)}
          onChange={index => navigate(`${root}/${tabs[index].path}`)}
        />
      )}
      <div className={classes.content}>
        <PostmortemsRoutes subPages={subPages} />
      </div>
    </Page>
  );
}
