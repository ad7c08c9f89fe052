/** Zero width space (U+200B), an invisible separator. */
const APART = '\u200b';

/** The first or last line of a code block: the fence, and the rest of the line. */
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
/** Inline code without vertical bars, which would end a table cell. */
const CODE_SPAN = /(?<![\\`])(`+)(?!`)([^`|]|[^`|][^|]*?[^`|])\1(?!`)/g;

/**
 * Neutralizes plain text that GitHub acts on: mentions, and references that link to issues or close
 * them, such as `@team`, `#1`, `GH-1` and `fixes https://…`.
 */
export function inertText(text: string): string {
  return (
    text
      // Email addresses such as ada@example.com aren't mentions.
      .replace(/(?<![A-Za-z0-9])@/g, `@${APART}`)
      .replace(/#(?=\d)/g, `#${APART}`)
      .replace(/\bGH-(?=\d)/gi, `$&${APART}`)
      .replace(
        /\b(c)(lose[sd]?)\b|\b(f)(ix(?:e[sd])?)\b|\b(r)(esolve[sd]?)\b/gi,
        (word, ...parts) => {
          const rest = parts[parts.length - 1] as string;
          const end = (parts[parts.length - 2] as number) + word.length;
          return /^\s*:?\s*(https?:|#|GH-|[\w.-]+\/[\w.-]+#)/i.test(
            rest.slice(end),
          )
            ? `${word[0]}${APART}${word.slice(1)}`
            : word;
        },
      )
  );
}

/**
 * Neutralizes Markdown like {@link inertText}, without changing how it looks. Leaves code unchanged
 * and shows HTML as text.
 */
export function inertMarkdown(markdown: string): string {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  const blocks: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const end = endOfCode(lines, index);
    if (end === undefined) {
      blocks.push(inertLine(lines[index]));
    } else {
      const [, fence, info] = FENCE.exec(lines[index])!;
      const language = /^[\w+-]+/.exec(info.trim())?.[0] ?? '';
      blocks.push(`${fence}${language}`, ...lines.slice(index + 1, end), fence);
      index = end;
    }
  }
  return blocks.join('\n');
}

/** Escapes text, so that Markdown shows it as is, and neutralizes it. */
export function literal(text: string): string {
  return inertText(
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*_{}[\]<>()~|!&]/g, '\\$&'),
  );
}

/** The last line of the code block that starts at a line; undefined if no block starts there. */
function endOfCode(lines: string[], start: number): number | undefined {
  const [, fence, info] = FENCE.exec(lines[start]) ?? [];
  if (!fence || (fence[0] === '`' && info.includes('`'))) return undefined;
  const end = lines.findIndex((line, index) => {
    const [, closing, rest] = FENCE.exec(line) ?? [];
    return (
      index > start && closing?.startsWith(fence) === true && rest.trim() === ''
    );
  });
  return end === -1 ? undefined : end;
}

function inertLine(line: string): string {
  const parts: string[] = [];
  let done = 0;
  for (const code of line.matchAll(CODE_SPAN)) {
    parts.push(inertProse(line.slice(done, code.index)), code[0]);
    done = code.index + code[0].length;
  }
  return [...parts, inertProse(line.slice(done))].join('');
}

/**
 * Escapes entities, HTML and backticks, so that they can't hide anything from {@link inertText}.
 */
function inertProse(text: string): string {
  return (
    inertText(text.replace(/&(?=#|\w)/g, '&amp;'))
      .replaceAll('<', '&lt;')
      // Stray backticks could form code spans that this parser doesn't recognize.
      .replaceAll('`', '&grave;')
      .replace(/^( {0,3})~~~/, `$1${APART}~~~`)
  );
}
