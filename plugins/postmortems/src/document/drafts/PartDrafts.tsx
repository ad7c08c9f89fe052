import { isOpen, removeDraft } from '../../data/drafts/draftStore';
import { useDrafts } from '../../data/drafts/useDrafts';
import { DraftNotice } from '../editor/DraftNotice';
import { useDocument } from '../useDocument';

/** Offers unsaved texts from the forms in a part. */
export function PartDrafts(props: {
  /** What the drafts' `part` starts with, such as `timeline` in `timeline/new`. */
  prefix: string;
  /** Whether the reader may edit an item (by id) or add one (`new`). */
  canContinue: (item: string) => boolean;
  /** Opens the item's form. */
  onContinue: (item: string) => void;
}) {
  const { prefix, canContinue, onContinue } = props;
  const { id } = useDocument().postmortem;
  const drafts = useDrafts(id).filter(
    draft => draft.part.startsWith(`${prefix}/`) && !isOpen(draft),
  );

  return (
    <>
      {drafts.map(draft => {
        const item = draft.part.slice(prefix.length + 1);
        return (
          <DraftNotice
            key={`${draft.part}#${draft.writer}`}
            draft={draft}
            onContinue={canContinue(item) ? () => onContinue(item) : undefined}
            onDiscard={() => removeDraft(draft, draft.value)}
          />
        );
      })}
    </>
  );
}
