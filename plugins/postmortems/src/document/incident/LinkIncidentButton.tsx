import { useState } from 'react';
import type { Incident, Postmortem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { TextButton } from '../../ui/controls/TextButton';
import { LinkIncidentDialog } from './LinkIncidentDialog';

/** Links an incident to an existing postmortem. */
export function LinkIncidentButton(props: {
  incident: Pick<Incident, 'id' | 'sourceTitle' | 'key' | 'title'>;
  draftId?: string;
  onCovered: (postmortem: Postmortem) => void;
}) {
  const { incident, draftId, onCovered } = props;
  const { title } = incident;
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);

  return (
    <>
      <TextButton
        variant="caption"
        onClick={() => setOpen(true)}
        aria-label={
          draftId ? undefined : t('unstarted.cover.openNamed', { title })
        }
      >
        {t(draftId ? 'unstarted.cover.another' : 'unstarted.cover.open')}
      </TextButton>
      {isOpen && (
        <LinkIncidentDialog
          incident={incident}
          draftId={draftId}
          onCovered={onCovered}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
