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

import type { Section } from 'backstage-plugin-postmortems-common';
import { mergeLines } from '../model/lines';
import type { Draft } from './drafts';

/**
 * Where the text of a section stands:
 * - `saved`: the server has it
 * - `unsaved`: typed, to be saved in a moment
 * - `saving`: on its way
 * - `retrying`: could not be sent, will be tried again
 * - `refused`: the server does not take it as it is
 * - `stale`: someone else saved the section first, and the two texts must be brought together
 */
export type SaveStatus =
  | 'saved'
  | 'unsaved'
  | 'saving'
  | 'retrying'
  | 'refused'
  | 'stale';

/** The text being written, and the version on the server that it began from. */
export interface SectionEditorState {
  text: string;
  base: Section;
  status: SaveStatus;
  /** When it was last saved from here, in milliseconds since the epoch. */
  savedAt?: number;
  /** How often sending has failed in a row. */
  failures: number;
  message?: string;
  /** What someone else saved, while `stale`. */
  theirs?: Section;
  /** Unsaved text of an earlier visit, until it is taken up or thrown away. */
  draft?: Draft;
}

export type SectionEditorAction =
  | { type: 'typed'; text: string }
  | { type: 'sending' }
  | { type: 'saved'; section: Section; sent: string; at: number }
  | { type: 'unreachable'; message: string }
  | { type: 'refused'; message: string }
  | { type: 'stale'; theirs: Section }
  | { type: 'resolved'; how: 'theirs' | 'mine' | 'both' }
  | { type: 'draft-restored' }
  | { type: 'draft-discarded' }
  | { type: 'reloaded'; section: Section };

export function initialState(
  section: Section,
  draft: Draft | undefined,
): SectionEditorState {
  return {
    text: section.markdown,
    base: section,
    status: 'saved',
    failures: 0,
    draft: draft && draft.markdown !== section.markdown ? draft : undefined,
  };
}

/** How the state of a section's text follows from what happens. */
export function sectionEditorReducer(
  state: SectionEditorState,
  action: SectionEditorAction,
): SectionEditorState {
  switch (action.type) {
    case 'typed':
      return typedState(state, action.text);
    case 'sending':
      return { ...state, status: 'saving' };
    case 'saved':
      return {
        ...state,
        base: action.section,
        status: state.text === action.sent ? 'saved' : 'unsaved',
        savedAt: action.at,
        failures: 0,
        message: undefined,
      };
    case 'unreachable':
      return {
        ...state,
        status: 'retrying',
        failures: state.failures + 1,
        message: action.message,
      };
    case 'refused':
      return { ...state, status: 'refused', message: action.message };
    case 'stale':
      return staleState(state, action.theirs);
    case 'resolved':
      return resolvedState(state, action.how);
    case 'draft-restored':
      return restoredState(state);
    case 'draft-discarded':
      return { ...state, draft: undefined };
    case 'reloaded':
      // What is being written stays; should it clash, saving it will say so.
      return state.status === 'saved'
        ? { ...state, base: action.section, text: action.section.markdown }
        : state;
    default:
      return state;
  }
}

function typedState(
  state: SectionEditorState,
  text: string,
): SectionEditorState {
  if (text === state.text) return state;
  // While two versions are not brought together, typing must not send anything.
  if (state.status === 'stale') return { ...state, text };
  const status = text === state.base.markdown ? 'saved' : 'unsaved';
  return { ...state, text, status, failures: 0, message: undefined };
}

function staleState(
  state: SectionEditorState,
  theirs: Section,
): SectionEditorState {
  const settled = { ...state, base: theirs, theirs: undefined };
  if (theirs.markdown === state.text) return { ...settled, status: 'saved' };
  if (theirs.markdown === state.base.markdown) {
    return { ...settled, status: 'unsaved' };
  }
  return { ...state, status: 'stale', theirs };
}

function resolvedState(
  state: SectionEditorState,
  how: 'theirs' | 'mine' | 'both',
): SectionEditorState {
  const { theirs } = state;
  if (!theirs) return state;
  const texts = {
    theirs: theirs.markdown,
    mine: state.text,
    both: mergeLines(state.base.markdown, theirs.markdown, state.text),
  };
  return {
    ...state,
    text: texts[how],
    base: theirs,
    theirs: undefined,
    status: texts[how] === theirs.markdown ? 'saved' : 'unsaved',
  };
}

function restoredState(state: SectionEditorState): SectionEditorState {
  const { draft, base: current } = state;
  if (!draft) return state;
  const base = { ...current, ...draft.base };
  const restored = { ...state, text: draft.markdown, base, draft: undefined };
  return base.revision === current.revision
    ? { ...restored, status: 'unsaved' }
    : staleState(restored, current);
}
