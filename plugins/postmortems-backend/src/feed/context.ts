import type { PostmortemContext } from '../postmortem/context';
import type { FeedStore } from './FeedStore';

/** Dependencies of operations on feeds. */
export interface FeedContext extends PostmortemContext {
  feeds: FeedStore;
  /** URL of the portal's app. */
  appUrl?: string;
  /** Address of a feed with a token; undefined if feeds are disabled. */
  feedUrl?: (token: string) => Promise<string>;
}
