import type { PostmortemContext } from '../postmortem/context';
import type { ReviewStore } from './ReviewStore';

export interface ReviewContext extends PostmortemContext {
  reviews: ReviewStore;
}
