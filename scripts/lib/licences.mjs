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

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rootDir } from './paths.mjs';

/** @typedef {{ name: string, version: string, licence: string, dir: string }} Installed */

/** Licences that ask for no more than to be named. */
const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/**
 * What is installed all the same, or names its licence elsewhere than in its package.json.
 *
 * @type {Record<string, string>}
 */
export const EXCEPTIONS = {
  'date-holidays':
    'ISC; its data is CC-BY-3.0, which asks to be named: docs/decisions/0001-date-holidays.md does',
  'fast-shallow-equal': 'its LICENSE is the Unlicense',
  pause: 'its Readme says MIT; Backstage brings it with passport',
  'react-universal-interface': 'its LICENSE is the Unlicense',
};

/**
 * Whether a licence, an expression of SPDX, leaves everyone free.
 *
 * @param {string} licence
 * @returns {boolean}
 */
export function isPermissive(licence) {
  const inner = licence.trim().replace(/^\(([^()]*)\)$/, '$1');
  return inner
    .split(/ OR /i)
    .some(choice =>
      choice
        .split(/ AND /i)
        .every(each => PERMISSIVE.includes(each.replace(/[()]/g, '').trim())),
    );
}

/**
 * Everything that somebody installs with the packages that are published.
 *
 * @returns {Installed[]} each once, by its name and version
 */
export function installedWithPlugins() {
  const plugins = join(rootDir, 'plugins');
  const found = new Map();
  const toVisit = readdirSync(plugins)
    .map(folder => join(plugins, folder))
    .filter(dir => existsSync(join(dir, 'package.json')));
  for (let dir = toVisit.pop(); dir; dir = toVisit.pop()) {
    const manifest = JSON.parse(
      readFileSync(join(dir, 'package.json'), 'utf8'),
    );
    const { name, version, dependencies, optionalDependencies } = manifest;
    const key = `${name}@${version}`;
    if (found.has(key)) continue;
    found.set(key, { name, version, licence: licenceOf(manifest), dir });
    for (const dependency of Object.keys({
      ...dependencies,
      ...optionalDependencies,
    })) {
      const where = find(dependency, dir);
      // Optional ones are left out where they do not fit the machine.
      if (where) toVisit.push(where);
      else if (!optionalDependencies?.[dependency]) {
        throw new Error(`${dependency} of ${key} is not installed`);
      }
    }
  }
  return [...found.values()];
}

/**
 * @param {any} manifest
 * @returns {string} empty where it names none
 */
function licenceOf({ license, licenses }) {
  if (typeof license === 'string') return license;
  if (license?.type) return license.type;
  return (licenses ?? [])
    .map((/** @type {any} */ each) => each.type ?? each)
    .join(' OR ');
}

/**
 * As Node looks for it.
 *
 * @param {string} name
 * @param {string} from
 * @returns {string | undefined}
 */
function find(name, from) {
  const dir = join(from, 'node_modules', name);
  if (existsSync(join(dir, 'package.json'))) return dir;
  return from === rootDir || from === dirname(from)
    ? undefined
    : find(name, dirname(from));
}
