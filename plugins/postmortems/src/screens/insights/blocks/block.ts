import type { Insights } from 'backstage-plugin-postmortems-common';
import type { InsightLinks } from '../links';
import type { InsightWords } from '../useInsightWords';

/** What each block is made of. */
export interface BlockProps {
  insights: Insights;
  links: InsightLinks;
  words: InsightWords;
}
