import { hasTerms, parseQuery } from './parseQuery';
import { snippetOf } from './snippet';

const word = (text: string) => ({ words: [text], isPrefix: true });
const phrase = (...words: string[]) => ({ words, isPrefix: false });

it.each([
  ['DNS cache', [word('dns'), word('cache')], []],
  ['cache DNS cache', [word('cache'), word('dns')], []],
  ['Élan', [word('elan')], []],
  ['PM-42', [{ words: ['pm', '42'], isPrefix: true }], []],
  ['"DNS cache" a', [phrase('dns', 'cache'), phrase('a')], []],
  ['"DNS ca', [{ words: ['dns', 'ca'], isPrefix: true }], []],
  ['cache -flush', [word('cache')], [phrase('flush')]],
  ['cache-flush', [{ words: ['cache', 'flush'], isPrefix: true }], []],
  ['-"DNS cache" -', [], [phrase('dns', 'cache')]],
  ['API服务', [word('api'), word('服务')], []],
  ['"" !? 🔥', [], []],
  ['\'; drop -- "*', [word('drop')], []],
])('parses %s', (text, required, excluded) => {
  expect(parseQuery(text)).toEqual({ required, excluded });
});

it('limits the number of terms', () => {
  const many = Array.from({ length: 20 }, (_, at) => `word${at}`);
  expect(parseQuery(many.join(' ')).required).toHaveLength(8);
});

it.each(['', '  ', '!?', '。、', '…', '🔥', '\u0301', '-', '"'])(
  'has no terms in %j',
  text => expect(hasTerms(parseQuery(text))).toBe(false),
);

it.each([
  ['服务', '在线支付服务宕机'],
  ['支付服务', '在线支付服务宕机'],
  ['障害', 'PM-42の決済システム障害'],
  ['pm-42', 'PM-42の決済システム障害'],
  ['データベース', '本番データベースが停止した'],
  ['ล่ม', 'ระบบชำระเงินล่ม'],
  ['ชำระ', 'ระบบชำระเงินล่ม'],
  ['결제', '결제 서비스 장애'],
  ['elan', 'Élan lost'],
  ['élan', 'E\u0301lan lost'],
  ['ΟΔΟΣ', 'οδός'],
  ['cache', 'A cache-flush at noon'],
  ['flush', 'A cache-flush at noon'],
  ['v1.25', 'Rollback of v1.257'],
  ['API', 'API服务'],
  ['ＤＮＳ', 'dns'],
])('finds %s in %s', (query, text) => {
  const { required } = parseQuery(query);
  for (const term of required) {
    expect(snippetOf(text, [term])).toContainEqual(
      expect.objectContaining({ isMatch: true }),
    );
  }
});
