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
import { DateTime } from 'luxon';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/core-plugin-api';
import type { IncidentSourceState } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../api';
import { useTexts } from '../../translation';
import { FormDialog } from '../document/dialogs/FormDialog';
import { FormField } from '../document/fields/FormField';
import { focusOnMount } from '../document/fields/focusOnMount';
import { errorText, useNow } from '../shared';

/** As far back as one usually wants to look. */
const USUAL = { months: 3 };

/** Asks a source for its past incidents. */
export function BackfillDialog(props: {
  source: IncidentSourceState;
  onClose: () => void;
  /** With the day since which, in the viewer's zone. */
  onAsked: (day: string) => void;
}) {
  const { source, onClose, onAsked } = props;
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const now = DateTime.fromMillis(useNow());
  const [day, setDay] = useState(now.minus(USUAL).toISODate() ?? '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const since = DateTime.fromISO(day);
  const inFuture = since > now;

  async function confirm() {
    setBusy(true);
    try {
      await api.requestBackfill({
        params: { source: source.id },
        body: { since: since.toUTC().toISO()! },
      });
      onAsked(day);
      onClose();
    } catch (thrown) {
      setError(errorText(thrown as Error));
      setBusy(false);
    }
  }

  return (
    <FormDialog
      title={t('incidentSources.backfill.title', { source: source.title })}
      confirm={t('incidentSources.backfill.action')}
      busy={busy}
      disabled={!since.isValid || inFuture}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>
        {t('incidentSources.backfill.text', { source: source.title })}
      </Typography>
      <FormField
        type="date"
        label={t('incidentSources.backfill.since')}
        value={day}
        onChange={event => setDay(event.target.value)}
        error={inFuture ? t('incidentSources.backfill.future') : undefined}
        inputRef={focusOnMount}
        InputLabelProps={{ shrink: true }}
        required
      />
    </FormDialog>
  );
}
