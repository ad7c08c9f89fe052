import { indexTerms, searchWords } from './textIndex';

function finds(query: string, text: string): boolean {
  const terms = indexTerms([text]);
  const words = searchWords(query);
  return (
    words.length > 0 &&
    words.every(word => terms.some(term => term.startsWith(word)))
  );
}

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
  ['élan', 'Elan lost'],
  ['cache', 'A cache-flush at noon'],
  ['flush', 'A cache-flush at noon'],
  ['v1.2', 'Rollback of v1.2.3'],
  ['API', 'API服务'],
])('finds %s in %s', (query, text) => {
  expect(finds(query, text)).toBe(true);
});

it.each(['', '  ', '!?', '。、', '…', '🔥', '\u0301'])(
  'has no words in %j',
  query => expect(searchWords(query)).toEqual([]),
);
