import type { PostmortemContext } from '../postmortem/context';
import type { ComplianceStore } from './ComplianceStore';
import type { ExceptionStore } from './ExceptionStore';

export interface ComplianceContext extends PostmortemContext {
  compliance: ComplianceStore;
  exceptions: ExceptionStore;
  /** Names of incident sources, by id. */
  sourceTitles: ReadonlyMap<string, string>;
}
