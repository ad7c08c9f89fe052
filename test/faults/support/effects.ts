import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** The file in which all instances of a portal record effects. */
export const EFFECTS_FILE = 'FAULTS_EFFECTS_FILE';

/** An effect outside the portal. */
export type Effect = Record<string, string | undefined>;

/** Appends an effect in one write, so that lines never mix. */
export function recordEffect(effect: Effect): void {
  appendFileSync(process.env[EFFECTS_FILE]!, `${JSON.stringify(effect)}\n`);
}

/** All effects so far. */
export function readEffects(file = process.env[EFFECTS_FILE]!): Effect[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  // The last line is empty, or partial if a process was killed.
  return lines.slice(0, -1).map(line => JSON.parse(line));
}
