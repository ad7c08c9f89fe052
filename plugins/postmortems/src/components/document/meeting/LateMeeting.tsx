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

import Alert from '@material-ui/lab/Alert';
import { useTexts } from '../../../translation';
import { DateLabel, useNow, usePolicy } from '../../shared';
import { useDocument } from '../hooks/useDocument';
import { isAfterDeadline } from '../model/meeting';

/** Points out that a meeting is planned too late, and what can be done about it. */
export function LateMeeting(props: { scheduledFor?: string }) {
  const { scheduledFor } = props;
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const { dueAt } = postmortem;
  const now = useNow();
  const policy =
    usePolicy()?.policy.satisfiedBy === 'meeting-held' ? 'held' : 'published';

  if (!dueAt || !isAfterDeadline(postmortem, scheduledFor)) return null;
  const deadline = Date.parse(dueAt) < now ? 'passed' : 'ahead';
  return (
    <Alert severity="warning">
      {t(`meeting.late.${policy}.${deadline}`, {
        date: <DateLabel value={dueAt} />,
      })}
    </Alert>
  );
}
