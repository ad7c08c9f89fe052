// @ts-check

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from './paths.mjs';

/**
 * @typedef {{ name: string, source: string }} EntryPoint
 * @typedef {{ name: string, dir: string, manifest: any, entryPoints: EntryPoint[] }} PublishedPackage
 */

/**
 * Published packages: those in plugins/ that are not private.
 *
 * @returns {PublishedPackage[]}
 */
export function publishedPackages() {
  const plugins = join(rootDir, 'plugins');
  return readdirSync(plugins).flatMap(folder => {
    const dir = join(plugins, folder);
    const manifest = JSON.parse(
      readFileSync(join(dir, 'package.json'), 'utf8'),
    );
    if (manifest.private) {
      return [];
    }
    return [
      {
        name: manifest.name,
        dir,
        manifest,
        entryPoints: entryPoints(manifest),
      },
    ];
  });
}

/**
 * @param {any} manifest
 * @returns {EntryPoint[]}
 */
function entryPoints({ main, exports = { '.': main } }) {
  return Object.entries(exports)
    .filter(([path]) => path !== './package.json')
    .map(([path, source]) => ({
      name: path === '.' ? 'index' : path.replace('./', ''),
      source,
    }));
}
