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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootDir } from '../../scripts/lib/paths.mjs';
import { getAsGuest } from '../support/api.ts';
import { type Portal, startPortal } from '../support/portal.mts';
import { createPortal } from './createPortal.mts';
import { packPlugins } from './packPlugins.mts';
import { TEMPLATES, urlVariable } from './templates.ts';

/**
 * Does what someone does who has a new portal and wants postmortems in it, with a portal of each
 * template, and starts them.
 */
export default async function globalSetup() {
  const logDir = join(rootDir, 'test-results/stranger-portal');
  await rm(logDir, { recursive: true, force: true });
  const workDir = await mkdtemp(join(tmpdir(), 'stranger-'));
  const running: Portal[] = [];
  const cleanUp = async () => {
    await Promise.all(running.map(portal => portal.stop()));
    await rm(workDir, { recursive: true, force: true });
  };

  try {
    const tarballs = await packPlugins({
      targetDir: join(workDir, 'tarballs'),
      logDir,
    });
    for (const template of TEMPLATES) {
      const dir = join(workDir, `${template}-portal`);
      const options = { dir, logDir: join(logDir, template) };
      await createPortal({ ...options, template, tarballs });
      const portal = await startPortal({ ...options, isReady: hasExamples });
      running.push(portal);
      process.env[urlVariable(template)] = portal.url;
    }
    return cleanUp;
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

async function hasExamples(url: string) {
  await getAsGuest(
    url,
    '/api/catalog/entities/by-name/component/default/example-website',
  );
  return true;
}
