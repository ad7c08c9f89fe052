/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import {
  headerOf,
  isAnyOf,
  isRecent,
  isSignedByAny,
  type SourceRequest,
} from 'backstage-plugin-postmortems-node';

/** How requests show that they are genuine. */
export interface AuthenticityOptions {
  secrets: string[];
  clock: () => Date;
  /** The user name that goes with the password; any, if left out. */
  username?: string;
  /** In lower case. */
  signatureHeader: string;
  /** In lower case; left out, no time is signed. */
  timestampHeader?: string;
}

/**
 * Whether a request is signed as Grafana does, or else comes with a bearer token or a password.
 */
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
