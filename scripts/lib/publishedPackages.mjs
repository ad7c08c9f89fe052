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
import { join } from 'node:path';
import { rootDir } from './paths.mjs';

/**
 * @typedef {{ name: string, source: string }} EntryPoint
 * @typedef {{ name: string, dir: string, manifest: any, entryPoints: EntryPoint[] }} PublishedPackage
 */

/**
 * The packages that get published, which are those in plugins/ that are not private.
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
