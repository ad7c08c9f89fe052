export type { OpenRequest } from './ReviewStore';
export type { ReviewContext } from './context';
export { lapse } from './requestedChanges';
export { isSettled } from './reviewState';
