import type { DeletionContext } from '../deletion/ports';
import type { RedactionStore } from './RedactionStore';

export interface RedactionContext extends DeletionContext {
  redactions: RedactionStore;
}
