export type { LiveContext } from './context';
export { discardLiveDocuments } from './LiveStore';
