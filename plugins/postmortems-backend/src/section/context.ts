import type { PostmortemContext } from '../postmortem/context';
import type { SectionStore } from './SectionStore';

export interface SectionContext extends PostmortemContext {
  sections: SectionStore;
}
