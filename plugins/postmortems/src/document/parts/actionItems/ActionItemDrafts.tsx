import { PartDrafts } from '../../drafts/PartDrafts';
import { useDocument } from '../../useDocument';
import { useActionItemRights } from './useActionItemRights';

/** Offers unsaved texts for action items to readers who may still edit them. */
export function ActionItemDrafts(props: {
  canAdd: boolean;
  /** Opens the form for an item by id, or for a `new` one. */
  onContinue: (id: string) => void;
}) {
  const { canAdd, onContinue } = props;
  const { id: postmortemId, actionItems } = useDocument().postmortem;
  const { canChange } = useActionItemRights();
  const idOf = (key: string) => `${postmortemId}/${key}`;

  return (
    <PartDrafts
      prefix="action-items"
      canContinue={key =>
        key === 'new'
          ? canAdd
          : canChange && actionItems.some(({ id }) => id === idOf(key))
      }
      onContinue={key => onContinue(key === 'new' ? key : idOf(key))}
    />
  );
}
