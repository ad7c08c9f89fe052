export type { CommentStore } from './CommentStore';
