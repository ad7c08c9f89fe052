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

import { useCallback, useEffect, useReducer, useRef } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Section } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useDocument } from '../hooks/useDocument';
import { useUnsaved } from '../hooks/useUnsaved';
import { failureOf } from '../model/failures';
import { readDraft, removeDraft, writeDraft } from './drafts';
import { initialState, sectionEditorReducer } from './sectionEditorState';
import type { SectionEditorState } from './sectionEditorState';

const AUTOSAVE_DELAY = 1_500;
const FIRST_RETRY_DELAY = 2_000;
const LAST_RETRY_DELAY = 30_000;

/** The text of one section being written, and what can be done with it. */
export interface SectionEditor {
  state: SectionEditorState;
  type: (text: string) => void;
  save: () => Promise<void>;
  resolve: (how: 'theirs' | 'mine' | 'both') => void;
  restoreDraft: () => void;
  discardDraft: () => void;
}

/**
 * Saves a section while it is written: a moment after the last key, again and again while the
 * server cannot be reached, and never over what someone else saved. Until the server has it, the
 * text is kept in the browser too.
 */
export function useSectionEditor(section: Section): SectionEditor {
  const { postmortem, apply, canEdit } = useDocument();
  const { id } = postmortem;
  const { key } = section;
  const [state, dispatch] = useReducer(sectionEditorReducer, undefined, () =>
    initialState(section, canEdit ? readDraft(id, key) : undefined),
  );
  const { status, text, base, failures, draft } = state;
  const latest = useRef(state);
  latest.current = state;

  useEffect(() => {
    if (section.revision > latest.current.base.revision) {
      dispatch({ type: 'reloaded', section });
    }
  }, [section]);

  const send = useSend(id, section.key);
  const sending = useRef(false);
  const save = useCallback(async () => {
    const now = latest.current;
    if (sending.current || now.status === 'saved' || now.status === 'stale') {
      return;
    }
    sending.current = true;
    dispatch({ type: 'sending' });
    try {
      const saved = await send(now);
      dispatch({
        type: 'saved',
        section: saved,
        sent: now.text,
        at: Date.now(),
      });
      apply(shown => ({
        ...shown,
        sections: shown.sections.map(each => (each.key === key ? saved : each)),
      }));
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'stale') {
        dispatch({ type: 'stale', theirs: failure.current as Section });
      } else {
        dispatch({ type: failure.kind, message: failure.message });
      }
    } finally {
      sending.current = false;
    }
  }, [send, apply, key]);

  useEffect(() => {
    if (status !== 'unsaved') return undefined;
    const timer = setTimeout(save, AUTOSAVE_DELAY);
    return () => clearTimeout(timer);
  }, [status, text, base, save]);

  useEffect(() => {
    if (status !== 'retrying') return undefined;
    const delay = Math.min(
      FIRST_RETRY_DELAY * 2 ** (failures - 1),
      LAST_RETRY_DELAY,
    );
    const timer = setTimeout(save, delay);
    window.addEventListener('online', save);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', save);
    };
  }, [status, failures, save]);

  useEffect(() => {
    if (draft) return;
    if (status === 'saved') {
      removeDraft(id, key);
    } else {
      const { markdown, revision } = base;
      const at = new Date().toISOString();
      writeDraft(id, key, { markdown: text, base: { markdown, revision }, at });
    }
  }, [id, key, status, text, base, draft]);

  // Whoever leaves the page in the middle of a sentence finds it saved.
  useEffect(
    () => () => {
      const left = latest.current;
      if (left.status === 'unsaved' || left.status === 'retrying') {
        send(left).then(
          () => removeDraft(id, key),
          () => {}, // the draft is still there
        );
      }
    },
    [send, id, key],
  );

  useUnsaved(status !== 'saved');

  return {
    state,
    save,
    type: useCallback((typed: string) => {
      dispatch({ type: 'typed', text: typed });
    }, []),
    resolve: useCallback(how => dispatch({ type: 'resolved', how }), []),
    restoreDraft: useCallback(() => dispatch({ type: 'draft-restored' }), []),
    discardDraft: useCallback(() => dispatch({ type: 'draft-discarded' }), []),
  };
}

/** Sends the text of a section, on the condition that nobody changed it since. */
function useSend(id: string, key: Section['key']) {
  const api = useApi(postmortemsApiRef);
  return useCallback(
    ({ text, base }: Pick<SectionEditorState, 'text' | 'base'>) =>
      api.putSection({
        params: { id, key },
        body: { markdown: text },
        ifMatch: base.revision,
      }),
    [api, id, key],
  );
}
