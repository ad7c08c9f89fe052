// @ts-check

/** A problem that the user can solve. Only its message is shown. */
export class Trouble extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'Trouble';
  }
}

/** @param {string} message */
export function say(message) {
  console.log(`▸ ${message}`);
}

/**
 * @param {unknown} error
 * @returns {string} its first line
 */
export function firstLine(error) {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0];
}

/**
 * Exits: with one line for user errors, with a stack trace for bugs in the scripts.
 *
 * @param {unknown} error
 */
export function reportAndExit(error) {
  if (error instanceof Trouble) {
    console.error(`✖ ${error.message}`);
  } else {
    console.error(error);
  }
  process.exit(1);
}
