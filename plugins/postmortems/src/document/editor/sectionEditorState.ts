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

/** Number of texts without an answer to remember. Drafts store them. */
const MAX_SENT = 5;

/** Edited text and the server version that it is based on. */
export interface SectionEditorState {
  text: string;
  base: Section;
  status: SaveStatus;
  /** Counts what was typed, so that the editor knows which text is newer. */
  edits: number;
  /** Texts of requests without an answer; the server may have one of them. */
  sent: string[];
  /** Time of the last save here, in milliseconds since the epoch. */
  savedAt?: number;
  /** Number of consecutive failures. */
  failures: number;
  message?: string;
  /** The other person's version, while `stale`. */
  theirs?: Section;
}

/** Unsaved text of an earlier visit and the version that it is based on. */
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
      // The answer includes what others wrote since the base.
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
  // While a decision is pending, typing doesn't save.
  if (state.status === 'stale') return { ...state, text };
  const status = text === state.base.markdown ? 'saved' : 'unsaved';
  return { ...state, text, status, failures: 0, message: undefined };
}

/** Merges another version into the edited text. Changes of the same lines need a decision. */
function rebased(
  state: SectionEditorState,
  theirs: Section,
): SectionEditorState {
  // An answer that was lost: "their" version is the user's own.
  const isOwn = state.sent.includes(theirs.markdown);
  const base = isOwn ? theirs.markdown : state.base.markdown;
  const text = mergedText(mergeTexts(base, state.text, theirs.markdown));
  return text === undefined
    ? { ...state, status: 'stale', theirs }
    : based({ ...state, text }, theirs);
}

/** The state of a text that includes everything in the base. */
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
