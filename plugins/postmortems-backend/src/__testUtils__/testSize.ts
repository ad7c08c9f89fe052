/**
 * How much of something a long test does. `TEST_SIZE=full npm test` runs them at full size, as CI does.
 */
export function testSize({ small, full }: { small: number; full: number }) {
  return process.env.TEST_SIZE === 'full' ? full : small;
}
