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

import { makeStyles } from '@material-ui/core/styles';
import type { Meeting } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { subtleColor } from '../../shared';
import { isSame } from '../model/rebase';
import { HistoryValue } from './HistoryValue';

const FIELDS = [
  'scheduledFor',
  'durationMinutes',
  'url',
  'attendeeRefs',
  'heldAt',
] as const;

const useStyles = makeStyles(theme => ({
  root: { color: subtleColor(theme), overflowWrap: 'anywhere' },
}));

/** What a change of the meeting changed, field by field. */
export function MeetingChanges(props: { before: unknown; after: unknown }) {
  const before = (props.before ?? {}) as Partial<Meeting>;
  const after = (props.after ?? {}) as Partial<Meeting>;
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <>
      {FIELDS.filter(field => !isSame(before[field], after[field])).map(
        field => (
          <div key={field} className={classes.root}>
            {t(`document.history.meeting.${field}`)}:{' '}
            <HistoryValue value={before[field]} />
            {' → '}
            <HistoryValue value={after[field]} />
          </div>
        ),
      )}
    </>
  );
}
