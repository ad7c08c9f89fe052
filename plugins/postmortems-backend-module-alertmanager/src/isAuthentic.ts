import {
  headerOf,
  isAnyOf,
  isRecent,
  isSignedByAny,
  type SourceRequest,
} from 'backstage-plugin-postmortems-node';

/** Settings for authenticating requests. */
export interface AuthenticityOptions {
  secrets: string[];
  clock: () => Date;
  /** The required user name. If undefined, any user name is accepted with the right password. */
  username?: string;
  /** The header with Grafana's signature, in lowercase. */
  signatureHeader: string;
  /** The header with the signed time, in lowercase; undefined if the time isn't signed. */
  timestampHeader?: string;
}

/** Whether a request is signed by Grafana or has a valid bearer token or password. */
export function isAuthentic(
  request: SourceRequest,
  options: AuthenticityOptions,
): boolean {
  return options.signatureHeader in request.headers
    ? isSigned(request, options)
    : isAuthorized(request, options);
}

function isSigned(
  request: SourceRequest,
  { secrets, clock, signatureHeader, timestampHeader }: AuthenticityOptions,
): boolean {
  const time = timestampHeader && (headerOf(request, timestampHeader) ?? '');
  if (time !== undefined && !isRecent(time, clock())) return false;
  return isSignedByAny({
    secrets,
    content: [...(time ? [`${time}:`] : []), request.body],
    encoding: 'hex',
    signatures: [headerOf(request, signatureHeader) ?? ''],
  });
}

function isAuthorized(
  request: SourceRequest,
  { secrets, username }: AuthenticityOptions,
): boolean {
  const header = headerOf(request, 'authorization') ?? '';
  const [scheme, credentials = ''] = header.split(' ', 2);
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return isAnyOf(credentials, secrets);
    case 'basic': {
      const decoded = Buffer.from(credentials, 'base64').toString('utf8');
      const colon = decoded.indexOf(':');
      return (
        colon !== -1 &&
        isAnyOf(decoded.slice(colon + 1), secrets) &&
        (username === undefined || isAnyOf(decoded.slice(0, colon), [username]))
      );
    }
    default:
      return false;
  }
}
