export {
  whereFound,
  whereItemFound,
  updateFacts,
  updateIndex,
} from './SearchIndex';
export { indexedKinds } from './indexedKinds';
export { wordsOf } from './words';
