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

import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../../translation';
import { FormDialog } from '../dialogs/FormDialog';
import { useMeeting } from './useMeeting';

/** Asks before the plan of the meeting is gone. */
export function CallOffDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const { save, busy, errors } = useMeeting();

  async function confirm() {
    if (await save({})) onClose();
  }

  return (
    <FormDialog
      title={t('meeting.callOffTitle')}
      confirm={t('meeting.callOff')}
      busy={busy}
      error={errors['']}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('meeting.callOffText')}</Typography>
    </FormDialog>
  );
}
