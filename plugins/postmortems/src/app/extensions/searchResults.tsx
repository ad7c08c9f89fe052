import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import FindInPageIcon from '@material-ui/icons/FindInPage';
import { POSTMORTEMS_SEARCH_TYPE } from 'backstage-plugin-postmortems-common';
import { loadScreen } from '../../data/loadScreen';
import { isPostmortemResult } from '../isPostmortemResult';

const postmortemSearchResult = SearchResultListItemBlueprint.make({
  params: {
    predicate: isPostmortemResult,
    icon: <FindInPageIcon />,
    component: () =>
      loadScreen(
        () => import('../../screens/search/PostmortemSearchResult'),
      ).then(m => m.PostmortemSearchResult),
  },
});

const postmortemsResultType = SearchFilterResultTypeBlueprint.make({
  params: {
    value: POSTMORTEMS_SEARCH_TYPE,
    name: 'Postmortems',
    icon: <FindInPageIcon />,
  },
});

/** Shown by the search plugin's page. Without that plugin, they have no effect. */
export const searchResults = [postmortemSearchResult, postmortemsResultType];
