import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  EndpointName,
  EndpointOutput,
  EndpointRequest,
  endpoints,
} from 'backstage-plugin-postmortems-common';

/**
 * The caller of an operation.
 *
 * @public
 */
export interface PostmortemsServiceOptions {
  credentials: BackstageCredentials;
}

/**
 * Access to postmortems: one operation per endpoint of the REST API, with the same validated
 * request and response. REST, actions, incident sources and scheduled tasks all use it.
 *
 * Operations throw errors from `@backstage/errors`: `InputError` for values that the schemas can't
 * check, `NotFoundError`, `NotAllowedError`, `ConflictError` if the current state doesn't allow the
 * operation, and `ServiceUnavailableError` while the catalog is unavailable.
 *
 * @public
 */
export type PostmortemsService = {
  [N in EndpointName]: (
    request: EndpointRequest<(typeof endpoints)[N]>,
    options: PostmortemsServiceOptions,
  ) => Promise<EndpointOutput<(typeof endpoints)[N]>>;
};
