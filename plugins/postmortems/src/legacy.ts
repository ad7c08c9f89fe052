/**
 * The plugin for portals on the old frontend system.
 *
 * @packageDocumentation
 */

export {
  EntityPostmortemInsightsCard,
  EntityPostmortemsCard,
  EntityPostmortemsContent,
  HomePagePostmortems,
  PostmortemSearchResultListItem,
  PostmortemsPage,
  postmortemsPlugin,
} from './app/legacy/plugin';
export { isPostmortemsAvailable } from './data/entityKinds';
export {
  loadGermanMessages,
  postmortemsTranslationRef,
  type PostmortemsMessages,
} from './texts/ref';
