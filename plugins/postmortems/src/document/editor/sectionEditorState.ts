import { mergeTexts, mergedText } from 'backstage-plugin-postmortems-common';
import type { Section } from 'backstage-plugin-postmortems-common';

/**
 * Save state of a section's text:
 * - `saved`: confirmed by the server
 * - `unsaved`: will be saved shortly
 * - `saving`: request in progress
 * - `retrying`: failed, will be retried
 * - `refused`: rejected by the server
 * - `stale`: someone else changed the same lines; a decision is needed
 */
export type SaveStatus =
  | 'saved'
  | 'unsaved'
  | 'saving'
  | 'retrying'
  | 'refused'
  | 'stale';

/** How many sent but unconfirmed texts to remember. Limited, because drafts include them. */
const MAX_SENT = 5;

/** Edited text, with the server version it is based on. */
export interface SectionEditorState {
  text: string;
  base: Section;
  status: SaveStatus;
  /** Counts edits, so that the editor knows which text is newer. */
  edits: number;
  /** Texts sent without a response. The server may have received one of them. */
  sent: string[];
  /** When the text was last saved here, in milliseconds since the epoch. */
  savedAt?: number;
  /** Number of consecutive failures. */
  failures: number;
  message?: string;
  /** The other person's version, if the status is `stale`. */
  theirs?: Section;
}

/** Unsaved text from an earlier visit, with the version it is based on. */
export interface LeftText {
  text: string;
  base?: Pick<Section, 'markdown' | 'revision'> & { sent?: string[] };
}

export type SectionEditorAction =
  /** `before` is the editor's text before this change. */
  | { type: 'typed'; text: string; before: string }
  | { type: 'sending' }
  | { type: 'saved'; section: Section; sent: string; at: number }
  | { type: 'unreachable'; message: string }
  | { type: 'refused'; message: string }
  | { type: 'changed'; theirs: Section }
  | { type: 'resolved'; text: string }
  | { type: 'draft-restored'; draft: LeftText };

export function initialState(section: Section): SectionEditorState {
  return {
    text: section.markdown,
    base: section,
    status: 'saved',
    edits: 0,
    sent: [],
    failures: 0,
  };
}

export function sectionEditorReducer(
  state: SectionEditorState,
  action: SectionEditorAction,
): SectionEditorState {
  switch (action.type) {
    case 'typed':
      return typedState(state, action.text, action.before);
    case 'sending':
      return {
        ...state,
        status: 'saving',
        sent: [...state.sent, state.text].slice(-MAX_SENT),
      };
    case 'saved':
      // The response includes other people's changes since the base.
      return {
        ...rebased(
          { ...state, base: { ...state.base, markdown: action.sent } },
          action.section,
        ),
        savedAt: action.at,
      };
    case 'unreachable':
      return {
        ...state,
        status: 'retrying',
        failures: state.failures + 1,
        message: action.message,
      };
    case 'refused':
      return {
        ...state,
        status: 'refused',
        message: action.message,
      };
    case 'changed':
      return rebased(state, action.theirs);
    case 'resolved':
      return state.theirs
        ? based({ ...state, text: action.text }, state.theirs)
        : state;
    case 'draft-restored':
      return restoredState(state, action.draft);
    default:
      return state;
  }
}

function typedState(
  before: SectionEditorState,
  typed: string,
  typedOnto: string,
): SectionEditorState {
  const state = { ...before, edits: before.edits + 1 };
  // A merge may have changed the text between two keystrokes.
  const text = mergedText(
    mergeTexts(typedOnto, typed, state.text),
    ({ mine }) => mine,
  );
  if (text === state.text) return state;
  // While a conflict is unresolved, typing doesn't save.
  if (state.status === 'stale') return { ...state, text };
  const status = text === state.base.markdown ? 'saved' : 'unsaved';
  return { ...state, text, status, failures: 0, message: undefined };
}

/**
 * Merges another version into the edited text. Changes to the same lines must be resolved by the
 * user.
 */
function rebased(
  state: SectionEditorState,
  theirs: Section,
): SectionEditorState {
  // If the response to a save was lost, "their" version is the user's own.
  const isOwn = state.sent.includes(theirs.markdown);
  const base = isOwn ? theirs.markdown : state.base.markdown;
  const text = mergedText(mergeTexts(base, state.text, theirs.markdown));
  return text === undefined
    ? { ...state, status: 'stale', theirs }
    : based({ ...state, text }, theirs);
}

/** The state once the text includes everything in `base`. */
function based(state: SectionEditorState, base: Section): SectionEditorState {
  return {
    ...state,
    base,
    status: state.text === base.markdown ? 'saved' : 'unsaved',
    sent: [],
    failures: 0,
    message: undefined,
    theirs: undefined,
  };
}

function restoredState(
  state: SectionEditorState,
  draft: LeftText,
): SectionEditorState {
  const { base: current } = state;
  // Edited text takes precedence over a restored draft.
  if (state.status !== 'saved') return state;
  const { sent = [], ...base } = draft.base ?? { ...current, sent: [] };
  return rebased(
    { ...state, text: draft.text, base: { ...current, ...base }, sent },
    current,
  );
}
