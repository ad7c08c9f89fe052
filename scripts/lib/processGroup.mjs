/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

// @ts-check

import { readdirSync, readFileSync } from 'node:fs';

/**
 * @param {number} group
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether there was anything to signal
 */
export function signalGroup(group, signal) {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}

/**
 * Whether anything in the group still runs. In containers an ended process can stay listed for
 * seconds until process 1 takes note of it; that one counts as gone.
 *
 * @param {number} group
 * @returns {boolean}
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
    // The name of the program, in brackets, may hold anything; the fields after it are plain.
    const [state, , processGroup] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ');
    return { state, processGroup: Number(processGroup) };
  } catch {
    return { state: 'X', processGroup: 0 };
  }
}
