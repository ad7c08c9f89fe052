export type { FeedContext } from './context';
export { toAtom } from './toAtom';
export { isToken } from './token';
