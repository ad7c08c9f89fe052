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

import { useCallback } from 'react';
import type { SourceFactField } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { useFieldWords } from '../fields/useFieldWords';

/** What the page calls a fact that a source can give. */
export function useFactLabel(): (field: SourceFactField) => string {
  const { t } = useTexts();
  const { labels } = useFieldWords();
  return useCallback(
    field =>
      field === 'severityHistory' ? t('fields.severity') : labels[field],
    [t, labels],
  );
}
