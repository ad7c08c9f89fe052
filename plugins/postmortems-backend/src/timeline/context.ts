import type { PostmortemContext } from '../postmortem/context';
import type { FactorStore, TimelineStore } from './ItemStore';

export interface TimelineContext extends PostmortemContext {
  timeline: TimelineStore;
  factors: FactorStore;
}
