// `yarn bench`: measures the API over HTTP, for the given sizes and databases.

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
import { defaultWords } from './sizes';
import { FLOOR, fillPostmortems, targetsOf } from './targets';
import type { BenchTarget } from './targets';

async function main() {
  const { values } = parseArgs({
    options: {
      databases: { type: 'string', default: 'sqlite,postgres' },
      sizes: { type: 'string', default: '10000,100000' },
      connections: { type: 'string', default: '1,16' },
      rounds: { type: 'string', default: '60' },
      // Words per postmortem. Default: 1,500, and fewer with more than 10,000 postmortems.
      words: { type: 'string' },
      // Only the requests whose name contains one of these, and the floor.
      only: { type: 'string', default: '' },
      // Requests per target and round. Few, so that a moment of other load affects all targets.
      requests: { type: 'string', default: '2' },
      // Duration in minutes, for the first size.
      soak: { type: 'string', default: '0' },
      // How often to start the portal with and without the plugin.
      starts: { type: 'string', default: '0' },
      // A page for the results.
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
  const addResult = (result: string) => {
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
        const words = Number(values.words ?? defaultWords(size));
        await database.fill('postmortems', knex =>
          fillPostmortems(knex, { postmortems: size, words }, now),
        );
        const bare = await database.open('postmortems', bareAggregate);
        await withPortal(database, async portal => {
          const reading = chosen(await targetsOf(portal, now), values.only);
          // Last, because incoming deliveries cause background work.
          for (const targets of [
            reading,
            chosen([reading[0], INTAKE], values.only),
          ]) {
            if (targets.length === 1) continue;
            for (const connections of list(values.connections).map(Number)) {
              const figures = await measure(portal, targets, {
                connections,
                ...each,
              });
              all.push({ database: database.name, size, connections, figures });
              const title = `${database.name}, ${size} postmortems of ${words} words, ${connections} at a time`;
              addResult(report({ title, targets, figures, bare }));
            }
          }
          if (minutes > 0 && size === sizes[0]) {
            addResult(
              await soak(portal, database, [...reading, INTAKE], minutes),
            );
          }
        });
      }
      if (starts > 0) addResult(await measureStarts(database, starts));
    });
  }
  addResult(growth(all));
  if (values.write) {
    writeInto(
      values.write,
      [circumstances(now, servers), ...results].join('\n'),
    );
  }
}

/** The requests to measure. */
function chosen(targets: BenchTarget[], only: string): BenchTarget[] {
  const parts = only.split(',');
  return targets.filter(
    ({ name }) => name === FLOOR || parts.some(part => name.includes(part)),
  );
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
