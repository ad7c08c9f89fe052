import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { postmortemQueries } from '../../../../data/queries';
import { useLoaded } from '../../../../data/useLoaded';
import { AccessWarning } from '../../../access/AccessWarning';
import { audienceOf } from '../../../access/audience';
import { useMaybeDocument } from '../../../useDocument';
import { addressOf, isRestricted } from './actionItem';

/** Warns, before saving, if the new owner can't see the postmortem. */
export function OwnerAccessWarning(props: {
  item: ActionItem;
  ownerRef?: string;
}) {
  const { item, ownerRef } = props;
  const { id } = addressOf(item);
  const postmortem = useMaybeDocument()?.postmortem;

  if (!ownerRef) return null;
  if (postmortem?.id === id) {
    return (
      <AccessWarning
        refs={[ownerRef]}
        effect="none"
        audience={audienceOf(postmortem)}
      />
    );
  }
  // Lists say only that a postmortem is restricted. Load it to find out who can see it.
  return isRestricted(item) ? (
    <ListedWarning id={id} ownerRef={ownerRef} />
  ) : null;
}

function ListedWarning(props: { id: string; ownerRef: string }) {
  const { id, ownerRef } = props;
  const { value } = useLoaded(postmortemQueries.detail(id));
  if (!value) return null;
  return (
    <AccessWarning
      refs={[ownerRef]}
      effect="none"
      audience={audienceOf(value)}
      postmortemId={id}
    />
  );
}
