import { useEffect } from 'react';
import { Helmet } from 'react-helmet';
import {
  PageLayout,
  configApiRef,
  coreApis,
  useApi,
} from '@backstage/frontend-plugin-api';
import { Progress } from '@backstage/core-components';
import FindInPageIcon from '@material-ui/icons/FindInPage';
import { rootRouteRef } from '../../routes';
import { usePageTitles } from '../../texts/usePageTitles';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { HeaderStyles } from './HeaderStyles';
import { PostmortemsRoutes } from './PostmortemsRoutes';
import { useCurrentSubPage, useTabs, useTitled } from './subPages';
import type { SubPage } from './subPages';

/** Timer that resets the title a second time, started when the page is left. */
let resetAgain: number | undefined;

/** Removes the number of unread notifications, as in `(2) Postmortems`. */
function withoutCount(title: string): string {
  return title.replace(/^\(\d+\) /, '');
}

/** The page in the new frontend system: header, tabs and routes. */
export function PostmortemsPage(props: {
  title?: string;
  subPages: SubPage[];
}) {
  const subPages = useTitled(props.subPages);
  const { t } = usePageTitles();
  const headerActionsApi = useApi(coreApis.internal.pluginHeaderActions);
  const appTitle =
    useApi(configApiRef).getOptionalString('app.title') ?? 'Backstage';
  const root = useRouteRef(rootRouteRef)();
  const current = useCurrentSubPage(subPages);
  const tabs = useTabs(subPages);
  const title = props.title ?? t('page');

  // Resets the title on leaving, because pages that don't set one would keep this plugin's last
  // one.
  useEffect(() => {
    window.clearTimeout(resetAgain);
    return () => {
      const last = withoutCount(document.title);
      document.title = appTitle;
      // The portal's unread notification counter may restore this plugin's title, so reset it
      // again.
      resetAgain = window.setTimeout(() => {
        if (last.startsWith(withoutCount(document.title))) {
          document.title = appTitle;
        }
      }, 500);
    };
  }, [appTitle]);

  if (!tabs) return <Progress />;
  return (
    <>
      <HeaderStyles />
      <Helmet
        titleTemplate={`%s | ${title} | ${appTitle}`}
        defaultTitle={`${title} | ${appTitle}`}
      />
      <PageLayout
        title={title}
        titleLink={root}
        icon={<FindInPageIcon fontSize="inherit" />}
        headerActions={headerActionsApi.getPluginHeaderActions('postmortems')}
        tabs={
          current &&
          tabs.map(page => ({
            id: page.path,
            label: page.title,
            icon: page.icon,
            href: `${root}/${page.path}`,
          }))
        }
      >
        <main>
          <PostmortemsRoutes subPages={subPages} />
        </main>
      </PageLayout>
    </>
  );
}
