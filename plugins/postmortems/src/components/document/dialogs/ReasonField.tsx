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

import { LIMITS } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { focusOnMount } from '../fields/focusOnMount';
import { FormField } from '../fields/FormField';

/** Why something is done; it stands in the history. */
export function ReasonField(props: {
  value: string;
  onChange: (value: string) => void;
  initialFocus?: boolean;
}) {
  const { t } = useTexts();
  return (
    <FormField
      label={t('document.dialog.reason')}
      helperText={t('document.dialog.reasonHelp')}
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
      inputRef={props.initialFocus ? focusOnMount : undefined}
      required
      inputProps={{ maxLength: LIMITS.reason }}
    />
  );
}
