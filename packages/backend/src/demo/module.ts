import { setTimeout } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { createPostmortemsClient } from 'backstage-plugin-postmortems-common';
import { postmortemsServiceRef } from 'backstage-plugin-postmortems-node';
import { DateTime } from 'luxon';
import { confirmDemoImports } from './confirmDemoImports';
import { readDemoIncidents } from './demoIncidents';
import { demoUserToken } from './demoUserToken';
import { importDemoContent } from './importDemoContent';
import { playDemoIncidents } from './playDemoIncidents';
import { postSigned } from './postSigned';
import { readDemoContent } from './readDemoContent';
import { shiftDates } from './shiftDates';

/**
 * Seeds an empty demo portal: imports the postmortems in `demo.postmortems.directory`, confirms
 * them as `demo.postmortems.confirmedBy`, and sends the incidents in `demo.incidents.file`.
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

        const client = createPostmortemsClient({
          discoveryApi: discovery,
          fetchApi: { fetch },
        });
        const stopping = new AbortController();
        lifecycle.addShutdownHook(() => stopping.abort());
        const wait = (milliseconds: number) =>
          setTimeout(milliseconds, undefined, { signal: stopping.signal });

        const run = async () => {
          const content = await readDemoContent(directory);
          const now = DateTime.utc();
          const credentials = await auth.getOwnServiceCredentials();
          const importAll = (isLast: boolean) =>
            importDemoContent({
              documents: content
                .filter(({ importedLast = false }) => importedLast === isLast)
                .map(({ shift, postmortem }) =>
                  shift ? shiftDates(postmortem, shift, now) : postmortem,
                ),
              importOne: body =>
                postmortems.importPostmortem({ body }, { credentials }),
              wait,
              logger,
            });
          const ids = new Map([
            ...(await importAll(false)),
            ...(await importAll(true)),
          ]);
          const confirmer = config.getOptionalString(
            'demo.postmortems.confirmedBy',
          );
          if (confirmer) {
            await confirmDemoImports({
              ids: content
                .filter(({ confirmed }) => confirmed !== false)
                .flatMap(
                  ({ postmortem }) => ids.get(postmortem.importKey) ?? [],
                ),
              confirm: async body => {
                const authUrl = await discovery.getBaseUrl('auth');
                const token = await demoUserToken(authUrl, confirmer);
                return client.confirmImports({ body }, { token });
              },
              wait,
              logger,
            });
          }
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

        // Not awaited: the backend serves no requests until all startup hooks have finished.
        lifecycle.addStartupHook(() => {
          run().catch(error => {
            if (!stopping.signal.aborted) {
              logger.error(
                'Demo content: loading failed, some of it is missing',
                error,
              );
            }
          });
        });
      },
    });
  },
});
