import * as fc from 'fast-check';
import { mergeTexts, mergedText } from 'backstage-plugin-postmortems-common';
import type { Section } from 'backstage-plugin-postmortems-common';
import { initialState, sectionEditorReducer } from './sectionEditorState';
import type {
  LeftText,
  SectionEditorAction,
  SectionEditorState,
} from './sectionEditorState';

const RUNS = process.env.TEST_SIZE === 'full' ? 20_000 : 1_000;

/** One of two tabs, of two people or of one, that edit the same section. */
interface Tab {
  state: SectionEditorState;
  /** The request whose answer the tab waits for. */
  request?: { text: string; base: Section };
  /** What the browser keeps of a closed tab. */
  draft?: LeftText;
}

interface World {
  server: Section;
  tabs: Tab[];
  words: string[];
}

const aTab = fc.constantFrom(0, 1);
const aStep = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      tab: aTab,
      line: fc.nat({ max: 4 }),
      newLine: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('send' as const), tab: aTab }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      tab: aTab,
      fate: fc.constantFrom(
        'arrives' as const,
        'request-lost' as const,
        'answer-lost' as const,
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('hear' as const), tab: aTab }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('decide' as const), tab: aTab }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('close' as const), tab: aTab }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('reopen' as const), tab: aTab }),
  },
);
type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never;

function dispatch(tab: Tab, action: SectionEditorAction): void {
  tab.state = sectionEditorReducer(tab.state, action);
}

/** Stores a text like the server; returns the section, or the current one if it must be merged. */
function put(
  world: World,
  { text, base }: NonNullable<Tab['request']>,
): { saved?: Section; current?: Section } {
  const { server } = world;
  const markdown =
    base.revision === server.revision
      ? text
      : mergedText(mergeTexts(base.markdown, text, server.markdown));
  if (markdown === undefined) return { current: server };
  if (markdown !== server.markdown) {
    world.server = { ...server, markdown, revision: server.revision + 1 };
  }
  return { saved: world.server };
}

function type(world: World, tab: Tab, line: number, newLine: boolean): void {
  const word = `word${world.words.length}`;
  world.words.push(word);
  const lines = tab.state.text.split('\n');
  const at = line % lines.length;
  if (newLine) lines.splice(at, 0, word);
  else lines[at] = `${lines[at]} ${word}`;
  dispatch(tab, {
    type: 'typed',
    text: lines.join('\n'),
    before: tab.state.text,
  });
}

function send(tab: Tab): void {
  const { status, text, base } = tab.state;
  if (tab.request || status === 'saved' || status === 'stale') return;
  tab.request = { text, base };
  dispatch(tab, { type: 'sending' });
}

function answer(
  world: World,
  tab: Tab,
  fate: 'arrives' | 'request-lost' | 'answer-lost',
): void {
  const { request } = tab;
  if (!request) return;
  tab.request = undefined;
  const result = fate === 'request-lost' ? {} : put(world, request);
  if (fate !== 'arrives') {
    dispatch(tab, { type: 'unreachable', message: 'Failed to fetch' });
  } else if (result.saved) {
    dispatch(tab, {
      type: 'saved',
      section: result.saved,
      sent: request.text,
      at: 0,
    });
  } else {
    dispatch(tab, { type: 'changed', theirs: result.current! });
  }
}

function hear({ server }: World, tab: Tab): void {
  const known = tab.state.theirs ?? tab.state.base;
  if (!tab.request && server.revision > known.revision) {
    dispatch(tab, { type: 'changed', theirs: server });
  }
}

/** A careful writer keeps both versions. */
function decide(tab: Tab): void {
  const { base, text, theirs } = tab.state;
  if (!theirs) return;
  const parts = mergeTexts(base.markdown, text, theirs.markdown);
  dispatch(tab, {
    type: 'resolved',
    text: mergedText(parts, each => [...each.theirs, ...each.mine]),
  });
}

function close(world: World, tab: Tab): void {
  const { status, text, base, sent } = tab.state;
  if (status !== 'saved' && !tab.draft) {
    const { markdown, revision } = base;
    tab.draft = { text, base: { markdown, revision, sent } };
    tab.state = initialState(world.server);
    // Its request may still arrive.
    if (tab.request) put(world, tab.request);
    tab.request = undefined;
  }
}

function reopen(tab: Tab): void {
  if (!tab.draft || tab.state.status !== 'saved') return;
  dispatch(tab, { type: 'draft-restored', draft: tab.draft });
  tab.draft = undefined;
}

function take(world: World, step: Step): void {
  const tab = world.tabs[step.tab];
  switch (step.do) {
    case 'type':
      return type(world, tab, step.line, step.newLine);
    case 'send':
      return send(tab);
    case 'answer':
      return answer(world, tab, step.fate);
    case 'hear':
      return hear(world, tab);
    case 'decide':
      return decide(tab);
    case 'close':
      return close(world, tab);
    default:
      return reopen(tab);
  }
}

/** Everyone comes back online, restores drafts, decides and saves. */
function settle(world: World): void {
  for (let round = 0; round < 20; round++) {
    for (const tab of world.tabs) {
      answer(world, tab, 'arrives');
      hear(world, tab);
      reopen(tab);
      decide(tab);
      send(tab);
      answer(world, tab, 'arrives');
    }
  }
}

describe('editing a section in two tabs', () => {
  it('loses no word, whatever is offline, lost, closed or saved first', () => {
    const section: Section = {
      key: 'impact',
      markdown: 'One\nTwo\nThree',
      revision: 1,
    };
    fc.assert(
      fc.property(fc.array(aStep, { minLength: 10, maxLength: 60 }), steps => {
        const world: World = {
          server: section,
          tabs: [
            { state: initialState(section) },
            { state: initialState(section) },
          ],
          words: [],
        };
        for (const step of steps) take(world, step);
        settle(world);
        const { markdown } = world.server;
        for (const { state, draft } of world.tabs) {
          expect(draft).toBeUndefined();
          expect(state.status).toBe('saved');
          expect(state.text).toBe(markdown);
        }
        const kept = new Set(markdown.split(/\s+/));
        expect(world.words.filter(word => !kept.has(word))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
