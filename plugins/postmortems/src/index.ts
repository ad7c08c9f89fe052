/**
 * Adds postmortems to a Backstage portal: a tab on catalog entities and a page for all postmortems.
 *
 * @packageDocumentation
 */

export { postmortemsPlugin as default } from './app/plugin';
export { postmortemsApiRef } from './data/postmortemsApiRef';
export {
  rootRouteRef,
  newPostmortemRouteRef,
  postmortemRouteRef,
} from './routes';
export {
  loadGermanMessages,
  postmortemsTranslationRef,
  type PostmortemsMessages,
} from './texts/ref';
export { postmortemsTitlesTranslationRef } from './texts/titlesRef';
