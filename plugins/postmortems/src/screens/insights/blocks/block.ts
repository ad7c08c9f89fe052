import type { Insights } from 'backstage-plugin-postmortems-common';
import type { InsightLinks } from '../links';
import type { InsightWords } from '../useInsightWords';

/** Props of every block. */
export interface BlockProps {
  insights: Insights;
  links: InsightLinks;
  words: InsightWords;
}
