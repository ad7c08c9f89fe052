import type { ActionItemContext } from '../actionItem/ports';
import type { SectionContext } from '../section/ports';
import type { TimelineContext } from '../timeline/ports';

export interface ImportContext
  extends ActionItemContext,
    SectionContext,
    TimelineContext {
  actionItems: ActionItemContext['actionItems'];
  sections: SectionContext['sections'];
}
