export { newestWith, partsWith, rowsWith } from './byTerm';
export { findBest, rankMatches } from './findBest';
export { indexedKinds } from './indexedKinds';
export { parseQuery } from './parseQuery';
export type { SearchQuery, SearchTerm } from './parseQuery';
export type { Match } from './rank';
export { readFullTexts } from './readFullTexts';
export { readSnippets } from './readSnippets';
export {
  planSearch,
  updateFacts,
  updateIndex,
  whereFound,
  whereItemFound,
} from './SearchIndex';
export type { MatchedPart } from './SearchEngine';
export { findWords } from './words';
