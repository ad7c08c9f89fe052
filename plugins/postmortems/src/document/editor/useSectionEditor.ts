import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Section } from 'backstage-plugin-postmortems-common';
import { removeDraft } from '../../data/drafts/draftStore';
import type { Draft } from '../../data/drafts/draftStore';
import { useDraftSlot } from '../../data/drafts/useDraftSlot';
import { usePartDrafts } from '../../data/drafts/useDrafts';
import { failureOf } from '../../data/failures';
import { useSend } from '../../data/mutations';
import { useUnsaved } from '../../ui/dialogs/useUnsaved';
import { useTextLimit } from '../../ui/fields/textLimits';
import { useDocument } from '../useDocument';
import { initialState, sectionEditorReducer } from './sectionEditorState';
import type {
  LeftText,
  SectionEditorAction,
  SectionEditorState,
} from './sectionEditorState';

const AUTOSAVE_DELAY = 1_500;
const FIRST_RETRY_DELAY = 2_000;
const LAST_RETRY_DELAY = 30_000;

/** A section editor's state and actions. */
export interface SectionEditor {
  state: SectionEditorState;
  /** `before` is the editor's text before the change. */
  type: (text: string, before: string) => void;
  save: () => Promise<void>;
  /** Resolves a conflict with this text. */
  resolve: (text: string) => void;
  /** Unconfirmed texts from earlier visits or other tabs. */
  drafts: Draft[];
  /** Restores a draft, unless there is unsaved text. */
  restore: (draft: Draft) => void;
}

/**
 * Saves a section as it is written: shortly after the last keystroke, with retries while the server
 * is unreachable, and never over another person's changes. The browser keeps the text until the
 * server has confirmed it.
 */
export function useSectionEditor(section: Section): SectionEditor {
  const { id } = useDocument().postmortem;
  const { key } = section;
  const [state, dispatch] = useReducer(
    sectionEditorReducer,
    section,
    initialState,
  );
  const { status, text, base, sent, failures } = state;
  const isInTrouble = ['retrying', 'refused', 'stale'].includes(status);
  const slot = useDraftSlot(id, key, !isInTrouble);
  const drafts = usePartDrafts(id, key).filter(
    // Leave out drafts that turned out to be saved. The page removes them.
    ({ value }) => value !== section.markdown,
  );
  const latest = useRef(state);
  latest.current = state;
  const tooLong = useRef<string>();
  tooLong.current = useTextLimit('sectionMarkdown', text).error;

  const send = useSendText(id, section.key);
  const sending = useRef<Promise<Section>>();
  useEffect(() => {
    // While a save is in flight, wait: its response includes newer changes.
    if (sending.current) return;
    const known = state.theirs ?? state.base;
    if (section.revision > known.revision) {
      dispatch({ type: 'changed', theirs: section });
    }
  }, [section, state]);
  const save = useCallback(async () => {
    const now = latest.current;
    if (sending.current || now.status === 'saved' || now.status === 'stale') {
      return;
    }
    if (tooLong.current) {
      dispatch({ type: 'refused', message: tooLong.current });
      return;
    }
    dispatch({ type: 'sending' });
    try {
      sending.current = send(now);
      const saved = await sending.current;
      slot.confirm(now.text);
      dispatch({
        type: 'saved',
        section: saved,
        sent: now.text,
        at: Date.now(),
      });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'stale') {
        dispatch({ type: 'changed', theirs: failure.current as Section });
      } else {
        dispatch({ type: failure.kind, message: failure.message });
      }
    } finally {
      sending.current = undefined;
    }
  }, [send, slot]);

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

  const wasUnsaved = useRef(false);
  const taken = useRef<Draft>();
  useEffect(() => {
    const isUnsaved = status !== 'saved';
    if (isUnsaved || wasUnsaved.current) {
      const { markdown, revision } = base;
      slot.keep(text, { text, base: { markdown, revision, sent } });
    }
    // If undo restores the saved text, nothing is sent that would confirm it, so confirm it here.
    if (!isUnsaved) slot.confirm(base.markdown);
    if (isUnsaved && taken.current) {
      removeDraft(taken.current, taken.current.value);
      taken.current = undefined;
    }
    wasUnsaved.current = isUnsaved;
  }, [slot, status, text, base, sent]);

  // Saves unsaved text when the user leaves the page.
  useEffect(
    () => () => {
      const left = latest.current;
      if (left.status !== 'unsaved' && left.status !== 'retrying') return;
      async function finish() {
        const saved = await sending.current?.catch(() => undefined);
        const now = saved
          ? sectionEditorReducer(left, {
              type: 'saved',
              section: saved,
              sent: left.sent[left.sent.length - 1],
              at: Date.now(),
            })
          : left;
        if (now.status === 'stale') return;
        if (now.status !== 'saved') await send(now);
        slot.confirm(left.text);
      }
      // If saving fails, the draft is kept.
      slot.whileOpen(finish());
    },
    [send, slot],
  );

  useUnsaved(status !== 'saved');

  return {
    state,
    save,
    type: useCallback((typed: string, before: string) => {
      dispatch({ type: 'typed', text: typed, before });
    }, []),
    resolve: useCallback(
      (resolved: string) => dispatch({ type: 'resolved', text: resolved }),
      [],
    ),
    drafts,
    restore: useCallback((draft: Draft) => {
      if (latest.current.status !== 'saved') return;
      const action: SectionEditorAction = {
        type: 'draft-restored',
        draft: { text: draft.text, base: draft.base as LeftText['base'] },
      };
      // The server may already have all of the draft's text.
      if (sectionEditorReducer(latest.current, action).status === 'saved') {
        removeDraft(draft, draft.value);
        return;
      }
      taken.current = draft;
      dispatch(action);
    }, []),
  };
}

/** Sends a section's text. The server merges it with changes since the base. */
function useSendText(id: string, key: Section['key']) {
  const send = useSend();
  return useCallback(
    ({ text, base }: Pick<SectionEditorState, 'text' | 'base'>) =>
      send('putSection', {
        params: { id, key },
        body: { markdown: text, base: base.markdown },
        ifMatch: base.revision,
      }),
    [send, id, key],
  );
}
