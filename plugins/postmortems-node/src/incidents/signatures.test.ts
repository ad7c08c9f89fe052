import { createHmac } from 'node:crypto';
import { isRecent } from './replayProtection';
import { headerOf, isAnyOf, isSignedByAny } from './signatures';
import { createStandardWebhookVerifier } from './standardWebhooks';

const sign = (secret: string | Buffer, text: string, how: 'hex' | 'base64') =>
  createHmac('sha256', secret).update(text).digest(how);

describe('isSignedByAny', () => {
  const check = (
    secrets: string[],
    signatures: string[],
    body = 'to be kept',
  ) =>
    isSignedByAny({
      secrets,
      content: ['to be ', Buffer.from(body.slice('to be '.length))],
      encoding: 'hex',
      signatures,
    });
  const old = sign('old', 'to be kept', 'hex');
  const current = sign('current', 'to be kept', 'hex');

  it('accepts any valid signature by any secret', () => {
    expect(check(['current'], [current])).toBe(true);
    expect(check(['current', 'old'], [old])).toBe(true);
    expect(check(['old'], [current, old])).toBe(true);
  });

  it('rejects everything else', () => {
    expect(check(['current'], [old])).toBe(false);
    expect(check(['current'], [current], 'to be lost')).toBe(false);
    expect(check(['current'], [current.toUpperCase()])).toBe(false);
    expect(check(['current'], [current.slice(0, -1), `${current}0`, ''])).toBe(
      false,
    );
    expect(check(['current'], [])).toBe(false);
    expect(check([], [current])).toBe(false);
  });
});

it('compares tokens', () => {
  expect(isAnyOf('tokén', ['other', 'tokén'])).toBe(true);
  expect(isAnyOf('token', ['tokén', 'toke', 'token ', ''])).toBe(false);
});

it('accepts a header only once', () => {
  const request = {
    headers: { once: 'x', twice: ['x', 'x'], empty: '' },
    body: Buffer.alloc(0),
  };
  expect(
    ['once', 'twice', 'empty', 'never'].map(name => headerOf(request, name)),
  ).toEqual(['x', undefined, undefined, undefined]);
});

it('accepts times within five minutes', () => {
  const now = new Date('2026-03-10T09:14:00Z');
  const seconds = now.getTime() / 1_000;
  const at = (offset: number) => isRecent(String(seconds + offset), now);
  expect([at(-300), at(0), at(300)]).toEqual([true, true, true]);
  expect([at(-301), at(301)]).toEqual([false, false]);
  for (const wrong of ['', 'now', `${seconds}.5`, `-${seconds}`, '1e9']) {
    expect(isRecent(wrong, now)).toBe(false);
  }
});

describe('createStandardWebhookVerifier', () => {
  const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
  const body = Buffer.from('{"test": 2432232314}');
  const verify = (
    headers: Record<string, string>,
    { secrets = [SECRET], at = 1_614_265_330, content = body } = {},
  ) =>
    createStandardWebhookVerifier({
      secrets,
      clock: () => new Date(at * 1_000),
    })({ headers, body: content });
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': '1614265330',
    // Computed with `openssl dgst -sha256 -mac HMAC`.
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };

  it('accepts a signed request', () => {
    expect(verify(headers)).toEqual({ id });
    expect(
      verify(headers, { secrets: ['whsec_b3RoZXI=', SECRET.slice(6)] }),
    ).toEqual({ id });
    expect(
      verify({
        ...headers,
        'webhook-signature': `v1a,x v1,b3RoZXI= ${headers['webhook-signature']}`,
      }),
    ).toEqual({ id });
  });

  it('rejects everything else, without a reason', () => {
    for (const attempt of [
      () => verify({ ...headers, 'webhook-id': 'msg_other' }),
      () => verify({ ...headers, 'webhook-timestamp': '1614265331' }),
      () => verify({ ...headers, 'webhook-signature': '' }),
      () =>
        verify({
          ...headers,
          'webhook-signature': headers['webhook-signature'].slice(3),
        }),
      () => verify({}),
      () => verify(headers, { at: 1_614_265_330 + 301 }),
      () => verify(headers, { secrets: ['whsec_b3RoZXI='] }),
      () => verify(headers, { content: Buffer.from(`${body} `) }),
    ]) {
      expect(attempt).toThrow(
        expect.objectContaining({
          name: 'AuthenticationError',
          message:
            "The signature is missing, invalid or expired. Check the webhook secret and the sender's clock",
        }),
      );
    }
  });

  it('rejects an invalid secret', () => {
    expect(() => verify(headers, { secrets: ['not base64!'] })).toThrow(
      'must be base64',
    );
    expect(() => verify(headers, { secrets: ['whsec_'] })).toThrow(
      'must be base64',
    );
  });
});
