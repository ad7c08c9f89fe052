import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import type { SearchResultListItemExtensionProps } from '@backstage/plugin-search-react';
import type { JSX, ReactNode } from 'react';
import { postmortemsApiFactory } from '../../data/postmortemsApiFactory';
import {
  newPostmortemRouteRef,
  postmortemRouteRef,
  rootRouteRef,
} from '../../routes';
import { isPostmortemResult } from '../isPostmortemResult';
import { loadLegacyScreen } from './loadLegacyScreen';

/**
 * The plugin for the old frontend system.
 *
 * @public
 */
export const postmortemsPlugin = createPlugin({
  id: 'postmortems',
  apis: [postmortemsApiFactory],
  routes: {
    root: rootRouteRef,
    new: newPostmortemRouteRef,
    postmortem: postmortemRouteRef,
  },
});

/**
 * The page for all postmortems, to be mounted on a route such as `/postmortems`.
 *
 * @public
 */
export const PostmortemsPage: () => JSX.Element = postmortemsPlugin.provide(
  createRoutableExtension({
    name: 'PostmortemsPage',
    component: () =>
      loadLegacyScreen(() =>
        import('./LegacyPostmortemsPage').then(m => m.LegacyPostmortemsPage),
      ),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The Postmortems tab on an entity page.
 *
 * @public
 */
export const EntityPostmortemsContent: () => JSX.Element =
  postmortemsPlugin.provide(
    createComponentExtension({
      name: 'EntityPostmortemsContent',
      component: {
        lazy: () =>
          loadLegacyScreen(() =>
            import('../../screens/entity/EntityTab').then(m => m.EntityTab),
          ),
      },
    }),
  );

/**
 * A home page card with the user's own postmortems and action items, by due date.
 *
 * @public
 */
export const HomePagePostmortems = postmortemsPlugin.provide(
  createCardExtension({
    name: 'HomePagePostmortems',
    title: 'My postmortems and action items',
    components: async () => ({
      Content: await loadLegacyScreen(() =>
        import('../../screens/home/MyWork').then(m => m.MyWork),
      ),
    }),
  }),
);

/**
 * The Postmortems card on an entity's overview page.
 *
 * @public
 */
export const EntityPostmortemsCard: () => JSX.Element =
  postmortemsPlugin.provide(
    createComponentExtension({
      name: 'EntityPostmortemsCard',
      component: {
        lazy: () =>
          loadLegacyScreen(() =>
            import('../../screens/entity/card/EntityPostmortemsCard').then(
              m => m.EntityPostmortemsCard,
            ),
          ),
      },
    }),
  );

/**
 * The card with insights on an entity's overview page. Systems and domains include their parts.
 *
 * @public
 */
export const EntityPostmortemInsightsCard: () => JSX.Element =
  postmortemsPlugin.provide(
    createComponentExtension({
      name: 'EntityPostmortemInsightsCard',
      component: {
        lazy: () =>
          loadLegacyScreen(() =>
            import('../../screens/entity/insights/EntityInsightsCard').then(
              m => m.EntityInsightsCard,
            ),
          ),
      },
    }),
  );

/**
 * A postmortem in the results of the portal's search.
 *
 * @public
 */
export const PostmortemSearchResultListItem: (
  props: SearchResultListItemExtensionProps<{ icon?: ReactNode }>,
) => JSX.Element | null = postmortemsPlugin.provide(
  createSearchResultListItemExtension({
    name: 'PostmortemSearchResultListItem',
    predicate: isPostmortemResult,
    component: () =>
      loadLegacyScreen(() =>
        import('../../screens/search/PostmortemSearchResult').then(
          m => m.PostmortemSearchResult,
        ),
      ),
  }),
);
