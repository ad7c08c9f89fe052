export type { OpenRequest } from './ReviewStore';
export type { ReviewContext } from './context';
export { lapseOfLeaver } from './requestedChanges';
export { isSettled } from './reviewState';
