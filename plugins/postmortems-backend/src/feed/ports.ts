export type { FeedContext } from './context';
export { readFeed } from './readFeed';
