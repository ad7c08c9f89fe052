import { escapeXml } from '../kernel/escapeXml';

/** The two halves of a badge. */
export interface Badge {
  label: string;
  message: string;
  tone?: 'neutral' | 'bad';
}

const HEIGHT = 20;
const FONT_SIZE = 11;
const PADDING = 6;
/** Average width of a character. `textLength` fits the text to it in any font. */
const CHARACTER = 6.5;

/** White text has a contrast of at least 4.5 on each. */
const COLORS = { label: '#555555', neutral: '#1a66b8', bad: '#c62828' };

/** Draws a badge. Colors add nothing that the text doesn't say. */
export function toSvg({ label, message, tone = 'neutral' }: Badge): string {
  const left = widthOf(label);
  const right = widthOf(message);
  const title = escapeXml(`${label}: ${message}`);
  const half = (text: string, x: number, width: number, color: string) =>
    `<rect x="${x}" width="${width}" height="${HEIGHT}" fill="${color}"/>` +
    `<text x="${x + width / 2}" y="14" textLength="${width - 2 * PADDING}">` +
    `${escapeXml(text)}</text>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" ` +
    `height="${HEIGHT}" role="img" aria-label="${title}">` +
    `<title>${title}</title>` +
    `<g fill="#ffffff" text-anchor="middle" font-size="${FONT_SIZE}" ` +
    `font-family="Verdana,Geneva,DejaVu Sans,sans-serif">${half(
      label,
      0,
      left,
      COLORS.label,
    )}${half(message, left, right, COLORS[tone])}</g></svg>`
  );
}

function widthOf(text: string): number {
  return Math.ceil([...text].length * CHARACTER) + 2 * PADDING;
}
