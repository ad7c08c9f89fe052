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
import { useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import type {
  Incident,
  Postmortem,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../api';
import { useTexts } from '../../translation';
import { FormDialog } from '../document/dialogs/FormDialog';
import { failureOf } from '../document/model/failures';
import { PostmortemPicker } from './PostmortemPicker';

/** Says which postmortem covers an incident that has none, or a draft that nobody has begun. */
export function CoverDialog(props: {
  incident: Pick<Incident, 'id' | 'sourceTitle' | 'key' | 'title'>;
  /** The draft that goes. */
  draftId?: string;
  onCovered: (postmortem: Postmortem) => void;
  onClose: () => void;
}) {
  const { incident, draftId, onCovered, onClose } = props;
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const [chosen, setChosen] = useState<PostmortemSummary>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function confirm() {
    setBusy(true);
    setError(undefined);
    try {
      onCovered(
        await api.coverIncident({
          params: { id: chosen!.id, incidentId: incident.id },
        }),
      );
      onClose();
    } catch (thrown) {
      const failure = failureOf(thrown);
      setBusy(false);
      setError(
        failure.kind === 'stale'
          ? t('document.changedMeanwhile')
          : failure.message,
      );
    }
  }

  return (
    <FormDialog
      title={t('unstarted.cover.title')}
      confirm={t('unstarted.cover.confirm')}
      busy={busy}
      disabled={!chosen}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>
        {t('unstarted.cover.incident', {
          source: incident.sourceTitle,
          key: incident.key,
          title: incident.title,
        })}
      </Typography>
      <PostmortemPicker
        label={t('unstarted.cover.postmortem')}
        helperText={
          draftId
            ? t('unstarted.cover.draftGoes', { id: draftId })
            : t('unstarted.cover.follows')
        }
        value={chosen}
        onChange={setChosen}
        except={draftId}
      />
    </FormDialog>
  );
}
