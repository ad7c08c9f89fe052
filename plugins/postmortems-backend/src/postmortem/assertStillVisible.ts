import { InputError } from '@backstage/errors';
import { isAmong } from '../kernel/access/Access';
import type { PostmortemContext } from './context';
import type { PostmortemRecord } from './PostmortemRecord';
import { toResource } from './accessFields';

/**
 * Prevents people from losing access to a postmortem through their own change.
 *
 * @throws InputError if the caller could not see it after the change
 */
export function assertStillVisible(
  { access }: PostmortemContext,
  postmortem: Omit<PostmortemRecord, 'number'>,
): void {
  if (
    postmortem.visibility === 'restricted' &&
    !isAmong(access.visible, toResource(postmortem))
  ) {
    throw new InputError(
      'Setting visibility to restricted would hide this postmortem from you. First add yourself as a contributor or reviewer, or become its owner or incident commander',
    );
  }
}
