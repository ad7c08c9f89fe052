/**
 * The key of a contributing factor's title: titles that differ only in case, accents or spaces have
 * the same one.
 */
export function factorKey(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\s]/g, '')
    .toLocaleLowerCase('en');
  return [...plain].slice(0, 200).join('');
}
