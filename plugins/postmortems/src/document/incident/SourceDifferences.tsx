import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { useKeptFocus } from '../../ui/focus/useKeptFocus';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Card } from '../deadline/Card';
import { useMutation } from '../dialogs/useMutation';
import { useDocument } from '../useDocument';
import { Difference } from './Difference';
import { factsToChoose } from './sourceFacts';

/** Differences between the postmortem and its source, for readers who may edit facts. */
export function SourceDifferences() {
  const { canEdit } = useDocument();
  const keptFocus = useKeptFocus<HTMLDivElement>();
  return (
    <div {...keptFocus} aria-live="polite">
      {canEdit && <Content />}
    </div>
  );
}

function Content() {
  const { t } = useTexts();
  const send = useSend();
  const { postmortem, canWrite } = useDocument();
  const { id, revision } = postmortem;
  const { run, busy, error } = useMutation();
  const [settled, setSettled] = useState<string>();
  const differences = factsToChoose(postmortem);

  if (differences.length === 0) {
    return settled ? (
      <SubtleText>{t('differences.resolved', { source: settled })}</SubtleText>
    ) : null;
  }
  const source = differences[0].sourceTitle;
  const title = t('differences.title', { count: differences.length, source });
  return (
    <Card label={title} title={<strong>{title}</strong>}>
      <Typography variant="body2">
        {t(canWrite ? 'differences.text' : 'differences.published', { source })}
      </Typography>
      {differences.map(fact => (
        <Difference
          key={fact.field}
          fact={fact}
          ours={postmortem[fact.field]}
          canTake={canWrite}
          busy={busy}
          onChoose={async choose => {
            const done = await run(() =>
              send('chooseSourceFact', {
                params: { id, field: fact.field },
                body: { choose },
                ifMatch: revision,
              }),
            );
            if (done) setSettled(source);
          }}
        />
      ))}
      {error && (
        <Typography variant="body2" color="error" role="alert">
          {error}
        </Typography>
      )}
    </Card>
  );
}
