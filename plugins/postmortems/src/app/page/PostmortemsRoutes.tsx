import { lazy, Suspense } from 'react';
import { Helmet } from 'react-helmet';
import { Progress } from '@backstage/core-components';
import { Markdown } from '../../ui/markdown/Markdown';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import {
  DELETED_PATH,
  newPostmortemRouteRef,
  postmortemRouteRef,
  rootRouteRef,
} from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { StateMessage } from '../../ui/feedback/StateMessage';
import { PageContent } from '../../ui/layout/PageContent';
import { Redirect } from '../../ui/navigation/Redirect';
import { useLocation } from '../../ui/navigation/location';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { segmentsBelow } from './segmentsBelow';
import type { SubPage } from './subPages';

const NewPostmortemPage = lazy(() =>
  import('../../screens/create/NewPostmortemPage').then(m => ({
    default: m.NewPostmortemPage,
  })),
);
const DeletedPostmortemsPage = lazy(() =>
  import('../../screens/deleted/DeletedPostmortemsPage').then(m => ({
    default: m.DeletedPostmortemsPage,
  })),
);
const PostmortemPage = lazy(() =>
  import('../../document/PostmortemPage').then(m => ({
    default: m.PostmortemPage,
  })),
);

function NewRoute() {
  const { t } = useTexts();
  const href = useRouteRef(newPostmortemRouteRef)();
  return (
    <BreadcrumbEntry entry={{ label: t('page.new'), href }}>
      <NewPostmortemPage />
    </BreadcrumbEntry>
  );
}

function DeletedRoute() {
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  return (
    <BreadcrumbEntry
      entry={{ label: t('deleted.title'), href: `${root}/${DELETED_PATH}` }}
    >
      <DeletedPostmortemsPage />
    </BreadcrumbEntry>
  );
}

/**
 * Preloads the Markdown renderer. If it were loaded together with the text, it would shift the
 * layout.
 */
function LoadingPostmortem() {
  return (
    <>
      <Progress />
      <Markdown markdown="" headingLevel={2} />
    </>
  );
}

function PostmortemRoute(props: { id: string }) {
  const { id } = props;
  const href = useRouteRef(postmortemRouteRef)({ id });
  return (
    <BreadcrumbEntry entry={{ label: id, href }}>
      <Suspense fallback={<LoadingPostmortem />}>
        <PostmortemPage id={id} />
      </Suspense>
    </BreadcrumbEntry>
  );
}

function NotFoundRoute() {
  const { t } = useTexts();
  return (
    <PageContent title={t('page.notFound')}>
      <StateMessage role="alert" title={t('page.notFound')}>
        {t('state.notFoundText')}
      </StateMessage>
    </PageContent>
  );
}

function Selected(props: { subPages: SubPage[] }) {
  const { subPages } = props;
  const root = useRouteRef(rootRouteRef)();
  const { pathname, search, hash } = useLocation();
  const [first, ...more] = segmentsBelow(root, pathname);

  if (first === undefined && subPages.length > 0) {
    return <Redirect to={`${root}/${subPages[0].path}${search}${hash}`} />;
  }
  const page = subPages.find(({ path }) => path === first);
  if (page) {
    // The page opens with the first sub-page, which therefore needs no breadcrumb of its own.
    const entry =
      page === subPages[0]
        ? undefined
        : { label: page.title, href: `${root}/${page.path}` };
    return (
      <BreadcrumbEntry key={page.path} entry={entry}>
        <Helmet title={page.title} />
        {page.element}
      </BreadcrumbEntry>
    );
  }
  if (first === undefined || more.length > 0) return <NotFoundRoute />;
  if (first === 'new') return <NewRoute />;
  if (first === DELETED_PATH) return <DeletedRoute />;
  return <PostmortemRoute id={first} />;
}

/** Routes under `/postmortems`. */
export function PostmortemsRoutes(props: { subPages: SubPage[] }) {
  return (
    <Suspense fallback={<Progress />}>
      <Selected subPages={props.subPages} />
    </Suspense>
  );
}
