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
import { StateMessage } from '../shared';
import { GENERIC_SECRET } from './snippets';
import { Snippet } from './Snippet';

/** Where no source is set up: what one is for, and how to begin. */
export function NoSources() {
  const { t } = useTexts();
  return (
    <Paper variant="outlined">
      <StateMessage title={t('incidentSources.empty.title')}>
        <p>{t('incidentSources.empty.text')}</p>
        <p>{t('incidentSources.empty.generic')}</p>
        <Snippet label="app-config.yaml" text={GENERIC_SECRET} />
      </StateMessage>
    </Paper>
  );
}
