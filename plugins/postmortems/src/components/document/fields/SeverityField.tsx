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

import MenuItem from '@material-ui/core/MenuItem';
import { useTexts } from '../../../translation';
import { usePolicy } from '../../shared';
import { FormField } from './FormField';

/** One of the configured severities, the most severe first. */
export function SeverityField(props: {
  value: string;
  onChange: (value: string) => void;
  error?: string;
}) {
  const { value, onChange, error } = props;
  const { t } = useTexts();
  const configured = usePolicy()?.severities ?? [];
  const known = configured.some(severity => severity.id === value);

  return (
    <FormField
      select
      label={t('fields.severity')}
      value={value}
      onChange={event => onChange(event.target.value)}
      error={error}
      required
    >
      {/* A severity that is not configured any more stays what it was until it is changed. */}
      {value && !known && <MenuItem value={value}>{value}</MenuItem>}
      {configured.map(({ id, aliases }) => (
        <MenuItem key={id} value={id}>
          {aliases.length > 0
            ? t('fields.severityOption', { id, aliases: aliases.join(', ') })
            : id}
        </MenuItem>
      ))}
    </FormField>
  );
}
