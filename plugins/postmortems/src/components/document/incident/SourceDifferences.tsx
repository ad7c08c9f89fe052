/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/core-plugin-api';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { SubtleText, useKeptFocus } from '../../shared';
import { Card } from '../deadline/Card';
import { useMutation } from '../dialogs/useMutation';
import { useDocument } from '../hooks/useDocument';
import { Difference } from './Difference';
import { factsToChoose } from './sourceFacts';

/** For those who may change facts: what people and the incident's source tell differently. */
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
  const api = useApi(postmortemsApiRef);
  const { postmortem, canWrite } = useDocument();
  const { id, revision } = postmortem;
  const { run, busy, error } = useMutation();
  const [settled, setSettled] = useState<string>();
  const differences = factsToChoose(postmortem);

  if (differences.length === 0) {
    return settled ? (
      <SubtleText>{t('differences.settled', { source: settled })}</SubtleText>
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
              api.chooseSourceFact({
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
