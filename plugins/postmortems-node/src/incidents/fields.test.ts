import { z } from 'zod';
import {
  optionalSentText,
  optionalSentTime,
  optionalSentUrl,
  sentList,
  sentTime,
} from './fields';

describe('sentTime', () => {
  it.each([
    ['2026-03-10T09:14:00Z', '2026-03-10T09:14:00.000Z'],
    ['2026-03-10T01:14:33.633-08:00', '2026-03-10T09:14:33.633Z'],
    ['2026-03-10T09:14:44.293367123Z', '2026-03-10T09:14:44.293Z'],
  ])('reads %s', (sent, read) => {
    expect(sentTime.parse(sent)).toBe(read);
    expect(optionalSentTime.parse(sent)).toBe(read);
  });

  it.each(['yesterday', '2026-03-10', '2026-03-10T09:14:00', '', 0, null])(
    'refuses %p',
    sent => {
      expect(sentTime.safeParse(sent).success).toBe(false);
    },
  );
});

it('omits an invalid URL', () => {
  expect(optionalSentUrl.parse('https://example.com/1')).toBe(
    'https://example.com/1',
  );
  for (const other of [
    undefined,
    null,
    '',
    7,
    '/incidents/1',
    'ftp://example.com/1',
  ]) {
    expect(optionalSentUrl.parse(other)).toBeUndefined();
  }
});

it('treats null and empty values as missing', () => {
  const schema = z.object({
    time: optionalSentTime,
    text: optionalSentText,
    list: sentList(z.string()),
  });
  const nothing = { time: undefined, text: undefined, list: [] };
  expect(schema.parse({})).toEqual(nothing);
  expect(schema.parse({ time: null, text: null, list: null })).toEqual(nothing);
  expect(
    schema.parse({ time: '0001-01-01T00:00:00Z', text: ' ', list: [] }),
  ).toEqual(nothing);
  expect(schema.parse({ text: ' x ', list: ['y'] })).toMatchObject({
    text: 'x',
    list: ['y'],
  });
  expect(schema.safeParse({ time: 'soon' }).error?.issues[0].path).toEqual([
    'time',
  ]);
});
