import { useEffect, useMemo, useState } from 'react';
import {
  createPostmortemSchema,
  plainIssues,
} from 'backstage-plugin-postmortems-common';
import type {
  Outcome,
  Postmortem,
  Visibility,
} from 'backstage-plugin-postmortems-common';
import { removeDraft } from '../../data/drafts/draftStore';
import type { Draft } from '../../data/drafts/draftStore';
import { useDraftSlot } from '../../data/drafts/useDraftSlot';
import { usePartDrafts } from '../../data/drafts/useDrafts';
import { errorStatus, errorText, isCatalogAway } from '../../data/errors';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { errorsOfIssues } from '../../ui/fields/fieldErrors';
import type { FieldErrors } from '../../ui/fields/fieldErrors';
import { useCurrentUser } from '../../ui/fields/useCurrentUser';
import { useFieldWords } from '../../ui/fields/useFieldWords';

/** The values entered in the form. */
export interface CreateValues {
  title: string;
  severity: string;
  entityRefs: string[];
  startedAt?: string;
  detectedAt?: string;
  mitigatedAt?: string;
  resolvedAt?: string;
  /** Not sent. Distinguishes an ongoing incident from one whose end is missing. */
  ongoing: boolean;
  outcome: Outcome;
  visibility: Visibility;
  ownerRef?: string;
}

/** State of the form. */
export interface CreateForm {
  values: CreateValues;
  set: <K extends keyof CreateValues>(field: K, value: CreateValues[K]) => void;
  errors: FieldErrors;
  /**
   * Why the values couldn't be sent, although they are valid. `catalog`: because the catalog is
   * unavailable.
   */
  trouble?: { catalog: boolean; message: string };
  busy: boolean;
  isDirty: boolean;
  /** Values that were entered but never sent, from earlier visits. */
  drafts: Draft[];
  /** Restores the values of a draft. */
  restore: (draft: Draft) => void;
  submit: () => Promise<Postmortem | undefined>;
}

/** Stores, validates and sends the values of the form. */
export function useCreateForm(entityRefs: string[]): CreateForm {
  const send = useSend();
  const me = useCurrentUser();
  const { t } = useTexts();
  const { describe, place } = useFieldWords();
  const [initial] = useState<CreateValues>(() => ({
    title: '',
    severity: '',
    entityRefs,
    ongoing: false,
    outcome: 'incident',
    visibility: 'internal',
  }));
  const [values, setValues] = useState(initial);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<FieldErrors>({});
  const [trouble, setTrouble] = useState<CreateForm['trouble']>();
  const [busy, setBusy] = useState(false);

  // There is no postmortem id yet, so drafts are stored under `new`.
  const slot = useDraftSlot('new', 'create');
  const drafts = usePartDrafts('new', 'create');
  const isDirty = values !== initial;
  useEffect(() => {
    if (isDirty) slot.keep(values, { text: values.title });
  }, [slot, values, isDirty]);

  const checked = useMemo(() => {
    const { ongoing, ...facts } = values;
    const parsed = createPostmortemSchema.safeParse(facts, plainIssues);
    const errors = parsed.success
      ? {}
      : describe(errorsOfIssues(parsed.error), facts);
    if (!ongoing && !values.resolvedAt) {
      errors.resolvedAt = t('fields.missing.resolvedAt');
    }
    return { facts, errors };
  }, [values, describe, t]);

  async function submit(): Promise<Postmortem | undefined> {
    setTried(true);
    setRefused({});
    setTrouble(undefined);
    if (Object.keys(checked.errors).length > 0) return undefined;

    setBusy(true);
    try {
      const created = await send('createPostmortem', {
        body: { ...checked.facts, startedAt: checked.facts.startedAt ?? '' },
      });
      slot.confirm(values);
      if (me && created.ownerRef === me) {
        // If this fails, the postmortem exists nevertheless, and its page offers to acknowledge
        // again.
        await send('acknowledgeOwner', { params: { id: created.id } }).catch(
          () => undefined,
        );
      }
      return created;
    } catch (thrown) {
      const error = thrown as Error;
      const status = errorStatus(error);
      const message = errorText(error);
      if (status !== undefined && status < 500) setRefused(place(message));
      else setTrouble({ catalog: isCatalogAway(error), message });
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  return {
    values,
    set: (field, value) => {
      setValues(current => ({ ...current, [field]: value }));
      setRefused(({ [field]: _, ...others }) => others);
    },
    errors: { ...refused, ...(tried ? checked.errors : {}) },
    trouble,
    busy,
    isDirty,
    drafts,
    restore: draft => {
      const restored = { ...initial, ...(draft.value as CreateValues) };
      slot.keep(restored, { text: restored.title });
      removeDraft(draft, draft.value);
      setValues(restored);
    },
    submit,
  };
}
