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

import Paper from '@material-ui/core/Paper';
import { useTexts } from '../../translation';
import { PolicyInWords, StartPostmortemButton, StateMessage } from '../shared';

/** Where there is no postmortem yet: what one is for, when one is due, and how to start one. */
export function FirstVisit(props: { entityRef?: string }) {
  const { t } = useTexts();
  return (
    <Paper variant="outlined">
      <StateMessage
        title={t('firstVisit.title')}
        action={<StartPostmortemButton entityRef={props.entityRef} />}
      >
        <p>{t('firstVisit.text')}</p>
        <p>
          <PolicyInWords />
        </p>
      </StateMessage>
    </Paper>
  );
}
