import type { TimelineContext } from '../timeline/ports';
import type { SimilarStore } from './SimilarStore';

export interface SimilarContext extends TimelineContext {
  similar: SimilarStore;
}
