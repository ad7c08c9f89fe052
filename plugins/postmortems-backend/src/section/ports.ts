export type { SectionContext } from './context';
