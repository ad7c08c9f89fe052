import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import FindInPageIcon from '@material-ui/icons/FindInPage';
import {
  newPostmortemRouteRef,
  postmortemRouteRef,
  rootRouteRef,
} from '../routes';
import { apis } from './extensions/apis';
import { entityCards } from './extensions/entityCards';
import { entityContents } from './extensions/entityContents';
import { entityLinks } from './extensions/entityLinks';
import { headerActions } from './extensions/headerActions';
import { homePageWidgets } from './extensions/homePageWidgets';
import { pages } from './extensions/pages';
import { searchResults } from './extensions/searchResults';

/**
 * The plugin for the new frontend system.
 *
 * @public
 */
export const postmortemsPlugin = createFrontendPlugin({
  pluginId: 'postmortems',
  title: 'Postmortems',
  icon: <FindInPageIcon fontSize="inherit" />,
  info: { packageJson: () => import('../../package.json') },
  routes: {
    root: rootRouteRef,
    new: newPostmortemRouteRef,
    postmortem: postmortemRouteRef,
  },
  extensions: [
    ...apis,
    ...pages,
    ...entityCards,
    ...entityContents,
    ...entityLinks,
    ...headerActions,
    ...homePageWidgets,
    ...searchResults,
  ],
});
