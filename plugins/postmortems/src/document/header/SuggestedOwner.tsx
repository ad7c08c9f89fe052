import {
  EntityRefLink,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import type { OwnerSuggestion } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';

/** The owner suggested at handover. Can be assigned with one click. */
export function SuggestedOwner(props: {
  suggestion: OwnerSuggestion;
  busy: boolean;
  onName: (userRef: string) => void;
}) {
  const { userRef, suggestedBy, reason } = props.suggestion;
  const { t } = useTexts();
  const { primaryTitle } = useEntityPresentation(userRef);
  return (
    <span>
      {t('ownerSuggestion.handedOver', {
        by: <EntityRefLink entityRef={suggestedBy} hideIcon />,
        person: <EntityRefLink entityRef={userRef} hideIcon />,
        reason,
      })}{' '}
      <Button
        size="small"
        color="primary"
        disabled={props.busy}
        onClick={() => props.onName(userRef)}
      >
        {t('ownerSuggestion.assign', { person: primaryTitle })}
      </Button>
    </span>
  );
}
