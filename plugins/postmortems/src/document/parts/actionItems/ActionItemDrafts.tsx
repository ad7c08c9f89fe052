import { PartDrafts } from '../../drafts/PartDrafts';
import { useDocument } from '../../useDocument';
import { useActionItemRights } from './useActionItemRights';

/** Offers unsaved texts of action items to those who may still edit them. */
export function ActionItemDrafts(props: {
  canAdd: boolean;
  /** Opens the form of an item by id, or the form of a `new` one. */
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
