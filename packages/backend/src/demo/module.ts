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

import { setTimeout } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { postmortemsServiceRef } from 'backstage-plugin-postmortems-node';
import { DateTime } from 'luxon';
import { readDemoIncidents } from './demoIncidents';
import { importDemoContent } from './importDemoContent';
import { playDemoIncidents } from './playDemoIncidents';
import { postSigned } from './postSigned';
import { readDemoContent } from './readDemoContent';
import { shiftDates } from './shiftDates';

/**
 * Fills an empty demo portal with the postmortems of `demo.postmortems.directory`, and then lets the
 * incidents of `demo.incidents.file` come in as from outside.
 */
export const postmortemsModuleDemoContent = createBackendModule({
  pluginId: 'postmortems',
  moduleId: 'demo-content',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        postmortems: postmortemsServiceRef,
      },
      async init(deps) {
        const { auth, config, discovery, lifecycle, logger, postmortems } =
          deps;
        const directory = config.getOptionalString(
          'demo.postmortems.directory',
        );
        if (!directory) return;

        const incidents = config.getOptionalString('demo.incidents.file');
        const [secret] =
          config.getOptionalStringArray(
            'postmortems.incidentSources.generic.secrets',
          ) ?? [];

        const stopping = new AbortController();
        lifecycle.addShutdownHook(() => stopping.abort());
        const wait = (milliseconds: number) =>
          setTimeout(milliseconds, undefined, { signal: stopping.signal });

        const run = async () => {
          const content = await readDemoContent(directory);
          const now = DateTime.utc();
          const credentials = await auth.getOwnServiceCredentials();
          await importDemoContent({
            documents: content.map(({ shift, postmortem }) =>
              shift ? shiftDates(postmortem, shift, now) : postmortem,
            ),
            importOne: body =>
              postmortems.importPostmortem({ body }, { credentials }),
            wait,
            logger,
          });
          if (!incidents || !secret) return;

          const baseUrl = await discovery.getBaseUrl('postmortems');
          await playDemoIncidents({
            steps: await readDemoIncidents(incidents),
            send: (id, body) =>
              postSigned({
                url: `${baseUrl}/incident-sources/generic`,
                secret,
                id,
                now: new Date(),
                body,
              }),
            postmortems,
            credentials,
            now,
            wait,
          });
        };

        // Not awaited: the backend answers no request, so none of ours either, before every
        // startup hook has finished.
        lifecycle.addStartupHook(() => {
          run().catch(error => {
            if (!stopping.signal.aborted) {
              logger.error('The demo content is not all there', error);
            }
          });
        });
      },
    });
  },
});
