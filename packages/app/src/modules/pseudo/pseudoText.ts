/**
 * Pseudo-localizes a text: makes it 40% longer and adds brackets, which show where it ends and
 * which texts aren't translated. Placeholders stay unchanged.
 */
export function pseudoText(text: string): string {
  const { length } = text.replace(/\{\{.*?\}\}/g, '');
  return `[${text} ${'~'.repeat(Math.ceil(length * 0.4))}]`;
}
