export type { TimelineContext } from './context';
