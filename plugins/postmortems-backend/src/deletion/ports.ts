export { archive, removeArchived } from './archive';
export type { DeletionContext } from './context';
export { loadDeleted } from './operations';
export { liveSuccessor } from './restore';
export { PARTS } from './snapshot';
export type { PostmortemSnapshot, Row } from './snapshot';
