import { isRecent } from './replayProtection';
import { isSignedByAny } from './signatures';

/**
 * Verifies a header such as `t=1760000000,v1=8f3a…`, which has a recent time and the content's
 * HMAC-SHA256 in hexadecimal. Several tools use this format with different content.
 *
 * @public
 */
export function isSignedWithTime(options: {
  /** The raw header. */
  header: string | undefined;
  secrets: readonly string[];
  now: Date;
  /** The signed parts, in order. */
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
