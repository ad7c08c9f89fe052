// @ts-check

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rootDir } from './paths.mjs';

/** @typedef {{ name: string, version: string, licence: string, dir: string }} Installed */

/** Licences without conditions beyond attribution. */
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
 * Packages that are accepted although their licence isn't permissive, or isn't in package.json.
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
 * Whether an SPDX expression is permissive.
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
 * All packages installed with the published ones.
 *
 * @returns {Installed[]} unique by name and version
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
      // Optional dependencies may be missing on this platform.
      if (where) toVisit.push(where);
      else if (!optionalDependencies?.[dependency]) {
        throw new Error(
          `${dependency}, a dependency of ${key}, is not installed. Run npm test once to install`,
        );
      }
    }
  }
  return [...found.values()];
}

/**
 * @param {any} manifest
 * @returns {string} empty if missing
 */
function licenceOf({ license, licenses }) {
  if (typeof license === 'string') return license;
  if (license?.type) return license.type;
  return (licenses ?? [])
    .map((/** @type {any} */ each) => each.type ?? each)
    .join(' OR ');
}

/**
 * Resolves a package like Node does.
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
