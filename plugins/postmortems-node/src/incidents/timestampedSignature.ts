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

import { isRecent, isSignedByAny } from './signatures';

/**
 * Whether a header such as `t=1760000000,v1=8f3a…` signs the time it names, about now, and the
 * content: the HMAC-SHA256 in hexadecimal. Several tools write it so and differ in the content.
 *
 * @public
 */
export function isSignedWithTime(options: {
  /** The header as it came. */
  header: string | undefined;
  secrets: readonly string[];
  now: Date;
  /** What is signed, in parts that follow each other. */
  content(time: string): ReadonlyArray<string | Buffer>;
}): boolean {
  const { header = '', secrets, now, content } = options;
  const valuesOf = (name: string) =>
    header
      .split(',')
      .map(part => part.trim())
      .filter(part => part.startsWith(`${name}=`))
      .map(part => part.slice(name.length + 1));
  const [time, ...otherTimes] = valuesOf('t');
  return (
    time !== undefined &&
    otherTimes.length === 0 &&
    isRecent(time, now) &&
    isSignedByAny({
      secrets,
      content: content(time),
      encoding: 'hex',
      signatures: valuesOf('v1'),
    })
  );
}
