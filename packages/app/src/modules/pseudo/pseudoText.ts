/**
 * Pseudo-localizes a text: 40% longer and in brackets, which shows where it ends and which texts
 * are not translated. Placeholders stay unchanged.
 */
export function pseudoText(text: string): string {
  const { length } = text.replace(/\{\{.*?\}\}/g, '');
  return `[${text} ${'~'.repeat(Math.ceil(length * 0.4))}]`;
}
