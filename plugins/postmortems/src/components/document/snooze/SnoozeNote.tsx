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
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { postmortemsTranslationRef } from '../../../translation';
import { DateLabel, SubtleText, errorText } from '../../shared';
import { useSnoozes } from './useSnoozes';

const useStyles = makeStyles({
  button: { textTransform: 'none' },
  root: { '@media print': { display: 'none' } },
});

/** That one's reminders are silenced, where they are, with the way to end it. */
export function SnoozeNote(props: { item?: ActionItem }) {
  const { item } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(postmortemsTranslationRef);
  const { canSnooze, untilOf, snooze } = useSnoozes();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const until = untilOf(item);

  if (!until || !canSnooze(item)) return null;
  async function end() {
    setBusy(true);
    setError(undefined);
    try {
      await snooze(null, item);
    } catch (thrown) {
      setError(errorText(thrown as Error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <div className={classes.root}>
      <SubtleText component="div">
        {t('snooze.note', { date: <DateLabel value={until} /> })}{' '}
        <Button
          size="small"
          color="primary"
          className={classes.button}
          disabled={busy}
          aria-label={item && t('snooze.endNamed', { id: item.id })}
          onClick={end}
        >
          {t('snooze.end')}
        </Button>
        {error && <span role="alert"> {error}</span>}
      </SubtleText>
    </div>
  );
}
