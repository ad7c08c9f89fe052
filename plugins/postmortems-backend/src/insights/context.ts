import type { PostmortemContext } from '../postmortem/context';
import type { InsightsStore } from './InsightsStore';

export interface InsightsContext extends PostmortemContext {
  insights: InsightsStore;
}
