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

// `yarn bench`: measures the API over HTTP, with sizes and databases as asked for.

import { parseArgs } from 'node:util';
import { bareAggregate } from './bareAggregate';
import { fillCatalog } from './catalog';
import { DATABASES } from './databases';
import { circumstances, writeInto } from './document';
import { growth } from './growth';
import type { Measured } from './growth';
import { INTAKE } from './intake';
import { measure } from './measure';
import { withPortal } from './portal';
import { report } from './report';
import { soak } from './soak';
import { measureStarts } from './starts';
import { fillPostmortems, targetsOf } from './targets';

async function main() {
  const { values } = parseArgs({
    options: {
      databases: { type: 'string', default: 'sqlite,postgres' },
      sizes: { type: 'string', default: '10000,100000' },
      connections: { type: 'string', default: '1,16' },
      rounds: { type: 'string', default: '60' },
      // Of each kind in each round; few, so that a moment of other work is nobody's alone.
      requests: { type: 'string', default: '2' },
      // Minutes, at the first of the sizes.
      soak: { type: 'string', default: '0' },
      // How often to start the portal with and without the plugin.
      starts: { type: 'string', default: '0' },
      // A page to write the results into.
      write: { type: 'string' },
    },
  });
  const list = (text: string) => text.split(',');
  const each = {
    rounds: Number(values.rounds),
    requests: Number(values.requests),
  };
  const minutes = Number(values.soak);
  const starts = Number(values.starts);
  const sizes = list(values.sizes).map(Number);
  const now = new Date();

  const results: string[] = [];
  const tell = (result: string) => {
    console.log(result);
    results.push(result);
  };
  const all: Measured[] = [];
  const servers: string[] = [];
  for (const name of list(values.databases)) {
    await DATABASES[name](async database => {
      servers.push(await database.version());
      await database.fill('catalog', fillCatalog);
      for (const size of sizes) {
        await database.fill('postmortems', knex =>
          fillPostmortems(knex, size, now),
        );
        const bare = await database.open('postmortems', bareAggregate);
        await withPortal(database, async portal => {
          const reading = await targetsOf(portal, now);
          // What comes in is worked on afterwards, so it comes after everything else.
          for (const targets of [reading, [reading[0], INTAKE]]) {
            for (const connections of list(values.connections).map(Number)) {
              const figures = await measure(portal, targets, {
                connections,
                ...each,
              });
              all.push({ database: database.name, size, connections, figures });
              const title = `${database.name}, ${size} postmortems, ${connections} at a time`;
              tell(report({ title, targets, figures, bare }));
            }
          }
          if (minutes > 0 && size === sizes[0]) {
            tell(await soak(portal, database, [...reading, INTAKE], minutes));
          }
        });
      }
      if (starts > 0) tell(await measureStarts(database, starts));
    });
  }
  tell(growth(all));
  if (values.write) {
    writeInto(
      values.write,
      [circumstances(now, servers), ...results].join('\n'),
    );
  }
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
