// @ts-check

import { readdirSync, readFileSync } from 'node:fs';

/**
 * @param {number} group
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether the group exists
 */
export function signalGroup(group, signal) {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}

/**
 * Whether the group has a running process. In containers, a zombie can stay listed for seconds
 * until process 1 reaps it; it does not count.
 *
 * @param {number} group
 */
export function groupIsAlive(group) {
  if (!signalGroup(group, 0)) {
    return false;
  }
  return (
    process.platform !== 'linux' ||
    readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .some(pid => {
        const { state, processGroup } = readStat(pid);
        return processGroup === group && !['Z', 'X'].includes(state);
      })
  );
}

/** @param {string} pid */
function readStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program name in brackets may contain anything; the fields after it are plain.
    const [state, , processGroup] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ');
    return { state, processGroup: Number(processGroup) };
  } catch {
    return { state: 'X', processGroup: 0 };
  }
}
