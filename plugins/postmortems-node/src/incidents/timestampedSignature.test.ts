import { createHmac } from 'node:crypto';
import { isSignedWithTime } from './timestampedSignature';

const NOW = new Date('2026-03-10T09:14:00Z');
const T = String(NOW.getTime() / 1000);
const sign = (time: string, secret = 'secret') =>
  createHmac('sha256', secret).update(`${time}.body`).digest('hex');

function accepts(header: string | undefined): boolean {
  return isSignedWithTime({
    header,
    secrets: ['other', 'secret'],
    now: NOW,
    content: time => [`${time}.`, Buffer.from('body')],
  });
}

it.each([
  [`t=${T},v1=${sign(T)}`],
  [`t=${T}, v1=${sign(T, 'retired')}, v1=${sign(T)}`],
  [`v1=${sign(T)},v0=abc,t=${T}`],
])('accepts %s', header => {
  expect(accepts(header)).toBe(true);
});

const OLD = String(Number(T) - 301);
it.each([
  [undefined],
  [''],
  [`t=${T}`],
  [`v1=${sign(T)}`],
  [`t=${T},v1=`],
  [`t=${T},v1=${sign(T, 'retired')}`],
  [`t=${T},v2=${sign(T)}`],
  [`t=${OLD},v1=${sign(OLD)}`],
  [`t=${OLD},t=${T},v1=${sign(OLD)}`],
  [`t=,v1=${sign('')}`],
])('refuses %s', header => {
  expect(accepts(header)).toBe(false);
});
