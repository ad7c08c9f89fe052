import type { TimelineContext } from '../timeline/ports';
import type { KnownFactorStore } from './KnownFactorStore';

export interface FactorContext extends TimelineContext {
  knownFactors: KnownFactorStore;
}
