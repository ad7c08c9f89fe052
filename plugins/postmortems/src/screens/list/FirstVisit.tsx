import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import { useTexts } from '../../texts/useTexts';
import { StartPostmortemButton } from '../../ui/controls/StartPostmortemButton';
import { PolicyInWords } from '../../ui/deadline/PolicyInWords';
import { StateMessage } from '../../ui/feedback/StateMessage';

/** Empty state: what postmortems are for, when they are due, and how to start one. */
export function FirstVisit(props: {
  entityRef?: string;
  /** Additional actions. */
  actions?: ReactNode;
}) {
  const { t } = useTexts();
  return (
    <Paper variant="outlined">
      <StateMessage
        title={t('firstVisit.title')}
        action={
          <>
            <StartPostmortemButton entityRef={props.entityRef} />
            {props.actions}
          </>
        }
      >
        <p>{t('firstVisit.text')}</p>
        <p>
          <PolicyInWords />
        </p>
      </StateMessage>
    </Paper>
  );
}
