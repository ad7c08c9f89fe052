import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from '@playwright/test';
import * as fc from 'fast-check';
import { sendAsGuest } from '../support/api';
import { expect, test } from '../support/fixtures';
import { WriterTab } from '../support/writerTab';

/** `EDITING_RUNS=50` takes about a quarter of an hour. */
const RUNS = Number(
  process.env.EDITING_RUNS ?? (process.env.TEST_SIZE === 'full' ? 8 : 3),
);
const SEED = Number(process.env.EDITING_SEED ?? 57);
/** Two tabs of one person, and one of another. */
const PERSON_OF_TAB = [0, 0, 1];
/** Long enough for the editor to save. */
const PAUSE_MS = 2_500;

const aTab = fc.constantFrom(...PERSON_OF_TAB.keys());
const aStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      tab: aTab,
      line: fc.nat({ max: 3 }),
      asLine: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('disturb' as const),
      tab: aTab,
      fate: fc.constantFrom(
        'request-lost' as const,
        'answer-lost' as const,
        'unavailable' as const,
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('network' as const),
      person: fc.constantFrom(0, 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('close' as const), tab: aTab }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pause' as const) }) },
);
type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never;
const aRun = fc.array(aStep, { minLength: 6, maxLength: 12 });

interface Section {
  key: string;
  markdown: string;
  revision: number;
}

async function startPostmortem(origin: string, title: string) {
  const hour = 3_600_000;
  const { id } = await sendAsGuest<{ id: string }>(
    origin,
    '/api/postmortems/postmortems',
    {
      method: 'POST',
      body: {
        title,
        severity: 'SEV-3',
        startedAt: new Date(Date.now() - 5 * hour).toISOString(),
        resolvedAt: new Date(Date.now() - 3 * hour).toISOString(),
        entityRefs: ['component:default/public-resolver'],
      },
    },
  );
  const { revision } = await readSummary(origin, id);
  await sendAsGuest(
    origin,
    `/api/postmortems/postmortems/${id}/sections/summary`,
    {
      method: 'PUT',
      body: { markdown: 'One\nTwo\nThree' },
      headers: { 'If-Match': `"${revision}"` },
    },
  );
  return id;
}

async function readSummary(origin: string, id: string): Promise<Section> {
  const { sections } = await sendAsGuest<{ sections: Section[] }>(
    origin,
    `/api/postmortems/postmortems/${id}`,
  );
  return sections.find(({ key }) => key === 'summary')!;
}

test.describe('writing in three tabs', () => {
  const runs = fc.sample(aRun, { seed: SEED, numRuns: RUNS });

  for (const [index, steps] of runs.entries()) {
    test(`run ${index} of seed ${SEED} loses no word`, async ({
      signInAs,
      baseURL,
    }, info) => {
      test.slow();
      await info.attach('steps', { body: JSON.stringify(steps, null, 2) });
      // The runs cause failures on purpose.
      const people = [
        (await signInAs('Grace Kim', [/./])).context(),
        (await signInAs('Priya Raman', [/./])).context(),
      ];
      const id = await startPostmortem(baseURL!, `Writing, run ${index}`);
      const path = `/postmortems/${id}?edit=true`;
      const tabs = PERSON_OF_TAB.map(
        person => new WriterTab(people[person], path),
      );
      const words = await writeAll(steps, tabs, people);

      for (const person of people) await person.setOffline(false);
      for (let round = 0, settled = 0; settled < tabs.length; round++) {
        expect(round, 'rounds until everything is saved').toBeLessThan(20);
        settled = 0;
        for (const tab of tabs) {
          const { markdown } = await readSummary(baseURL!, id);
          if (await tab.settle(markdown)) settled++;
        }
      }

      const { markdown } = await readSummary(baseURL!, id);
      const kept = new Set(markdown.split(/\s+/));
      expect(words.filter(word => !kept.has(word))).toEqual([]);
    });
  }
});

/**
 * Takes the steps.
 *
 * @returns the words that were typed
 */
async function writeAll(
  steps: Step[],
  tabs: WriterTab[],
  people: BrowserContext[],
): Promise<string[]> {
  const words: string[] = [];
  const offline = new Set<BrowserContext>();

  async function openTab(index: number): Promise<WriterTab> {
    const tab = tabs[index];
    const person = people[PERSON_OF_TAB[index]];
    // A page can't load offline.
    if (offline.has(person)) await person.setOffline(false);
    await tab.open();
    if (offline.has(person)) await person.setOffline(true);
    return tab;
  }

  for (const step of steps) {
    switch (step.do) {
      case 'type': {
        const word = `word${words.length}`;
        const tab = await openTab(step.tab);
        await tab.type(word, step.line, step.asLine);
        words.push(word);
        break;
      }
      case 'disturb':
        tabs[step.tab].disturb(step.fate);
        break;
      case 'close':
        await tabs[step.tab].close();
        break;
      case 'network': {
        const person = people[step.person];
        if (!offline.delete(person)) offline.add(person);
        await person.setOffline(offline.has(person));
        break;
      }
      default:
        await sleep(PAUSE_MS);
    }
  }
  return words;
}
