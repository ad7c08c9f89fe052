import type { SectionContext } from '../section/ports';
import type { LiveStore } from './LiveStore';

/** Dependencies of live editing. */
export interface LiveContext extends SectionContext {
  live: LiveStore;
  liveEditing: {
    enabled: boolean;
    /** Called after an update was stored. Never throws. */
    onStored: (postmortem: number) => void;
  };
}
