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

import { createHmac, timingSafeEqual } from 'node:crypto';
import { AuthenticationError } from '@backstage/errors';
import type { SourceRequest } from './IncidentSource';

/** How far the sender's clock and ours may be apart, in seconds; what most vendors advise. */
const TOLERANCE_SECONDS = 5 * 60;

/**
 * What an {@link IncidentSource} throws for every request that is not the source's. It says
 * nothing about what is wrong, so that nobody can feel their way to a right one.
 *
 * @public
 */
export function unverified(): AuthenticationError {
  return new AuthenticationError('The request is not signed as it must be');
}

/**
 * The value of a header, by its name in lower case. Undefined where it is missing, empty or was
 * sent more than once.
 *
 * @public
 */
export function headerOf(
  request: SourceRequest,
  name: string,
): string | undefined {
  const value = request.headers[name];
  return (typeof value === 'string' && value) || undefined;
}

/**
 * Whether one of the given signatures is the HMAC-SHA256 of the content under one of the secrets:
 * while a secret is rotated there are several of either. Takes the same time wherever they differ.
 *
 * @public
 */
export function isSignedByAny(options: {
  secrets: ReadonlyArray<string | Buffer>;
  /** What is signed, in parts that follow each other. */
  content: ReadonlyArray<string | Buffer>;
  /** How signatures are written. */
  encoding: 'hex' | 'base64';
  /** Without a prefix such as `v1=`. */
  signatures: readonly string[];
}): boolean {
  const { secrets, content, encoding, signatures } = options;
  const right = secrets.map(secret => {
    const hmac = createHmac('sha256', secret);
    for (const part of content) hmac.update(part);
    return hmac.digest(encoding);
  });
  return signatures.map(signature => isAnyOf(signature, right)).includes(true);
}

/**
 * Whether a text, such as a token, is one of the right ones. Takes the same time wherever it
 * differs from them.
 *
 * @public
 */
export function isAnyOf(text: string, right: readonly string[]): boolean {
  const given = Buffer.from(text);
  return right
    .map(each => {
      const wanted = Buffer.from(each);
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    })
    .includes(true);
}

/**
 * Whether a signed time, in seconds since the epoch, is about now. What is older may be a request
 * that somebody overheard and sends again.
 *
 * @public
 */
export function isRecent(seconds: string, now: Date): boolean {
  return (
    /^\d{1,12}$/.test(seconds) &&
    Math.abs(Number(seconds) - now.getTime() / 1_000) <= TOLERANCE_SECONDS
  );
}
