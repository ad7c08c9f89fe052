import { useEffect, useRef, useState } from 'react';
import {
  plainIssues,
  updatePostmortemSchema,
} from 'backstage-plugin-postmortems-common';
import type {
  ChangeNeeds,
  Postmortem,
} from 'backstage-plugin-postmortems-common';
import { latestDraft, removeDraft } from '../../data/drafts/draftStore';
import type { Draft } from '../../data/drafts/draftStore';
import { useDraftSlot } from '../../data/drafts/useDraftSlot';
import { failureOf } from '../../data/failures';
import { useSend } from '../../data/mutations';
import { errorsOfIssues } from '../../ui/fields/fieldErrors';
import type { FieldErrors } from '../../ui/fields/fieldErrors';
import { useFieldWords } from '../../ui/fields/useFieldWords';
import { isSame, rebase } from '../editor/rebase';
import { useDocument } from '../useDocument';
import { factsOf, textOfFacts, updateOf } from './facts';
import type { FactGroup, Facts } from './facts';

export type SetFact = <K extends keyof Facts>(
  field: K,
  value: Facts[K],
) => void;

/** State of a dialog for editing facts. */
export interface FactsForm {
  facts: Facts;
  /** The facts as currently saved. */
  saved: Facts;
  set: SetFact;
  errors: FieldErrors;
  /** Fields that someone else changed to a different value. */
  clashes: Array<keyof Facts>;
  busy: boolean;
  isDirty: boolean;
  /** Discards the changes. */
  discard: () => void;
  /** What saving requires, according to the preview. */
  needs: ChangeNeeds;
  setNeeds: (needs: ChangeNeeds) => void;
  /** Resolves to whether everything is saved. */
  save: () => Promise<boolean>;
}

/**
 * Edits a postmortem's facts. If someone else saves first, the user's changes are applied to the
 * new version, and only fields that both changed need a decision. Unsaved changes survive closing
 * the dialog.
 */
export function useFactsForm(group: FactGroup): FactsForm {
  const sendChange = useSend();
  const { postmortem } = useDocument();
  const { describe, place } = useFieldWords();
  const [base, setBase] = useState(postmortem);
  const [found] = useState(() => latestDraft(postmortem.id, `facts/${group}`));
  const [begun] = useState(() => begin(factsOf(postmortem), found));
  const [facts, setFacts] = useState(begun.mine);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [clashes, setClashes] = useState(begun.clashes);
  const [busy, setBusy] = useState(false);
  const [needs, setNeeds] = useState<ChangeNeeds>('nothing');

  const slot = useDraftSlot(postmortem.id, `facts/${group}`);
  const isDirty = !isSame(facts, factsOf(base));
  const adopted = useRef(false);
  useEffect(() => {
    const before = factsOf(base);
    if (found && !adopted.current) {
      adopted.current = true;
      if (isDirty) slot.adopt(found);
      else removeDraft(found, found.value);
    }
    if (isDirty) {
      slot.keep(facts, { text: textOfFacts(before, facts), base: before });
    } else slot.discard();
  }, [slot, facts, base, isDirty, found]);

  async function send(onto: Postmortem, mine: Facts): Promise<boolean> {
    const update = updateOf(factsOf(onto), mine);
    if (Object.keys(update).length === 0) {
      slot.confirm(mine);
      return true;
    }
    const checked = updatePostmortemSchema.safeParse(update, plainIssues);
    if (!checked.success) {
      setErrors(describe(errorsOfIssues(checked.error), { ...mine }));
      return false;
    }
    try {
      await sendChange('updatePostmortem', {
        params: { id: onto.id },
        body: checked.data,
        ifMatch: onto.revision,
      });
      slot.confirm(mine);
      return true;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind !== 'stale') {
        setErrors(place(failure.message));
        return false;
      }
      const current = failure.current as Postmortem;
      const rebased = rebase(factsOf(onto), mine, factsOf(current));
      setBase(current);
      setFacts(rebased.mine);
      setClashes(rebased.clashes);
      return rebased.clashes.length === 0 && send(current, rebased.mine);
    }
  }

  return {
    facts,
    saved: factsOf(base),
    set: (field, value) => {
      setFacts(current => ({ ...current, [field]: value }));
      setErrors(({ [field]: _, ...others }) => others);
    },
    errors,
    clashes,
    busy,
    isDirty,
    discard: slot.discard,
    needs,
    setNeeds,
    save: async () => {
      setBusy(true);
      setErrors({});
      setClashes([]);
      try {
        return await send(base, facts);
      } finally {
        setBusy(false);
      }
    },
  };
}

/** Restores unsaved changes from an earlier dialog. */
function begin(saved: Facts, found: Draft | undefined) {
  const base = { ...saved, ...(found?.base as Partial<Facts> | undefined) };
  const mine = { ...base, ...(found?.value as Partial<Facts> | undefined) };
  return rebase(base, mine, saved);
}
