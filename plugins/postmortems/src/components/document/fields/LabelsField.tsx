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

import Autocomplete from '@material-ui/lab/Autocomplete';
import { useTexts } from '../../../translation';
import { FormField } from './FormField';

/** Free labels, put in the form that they are stored in: lower case, no spaces. */
export function LabelsField(props: {
  value: string[];
  onChange: (value: string[]) => void;
  error?: string;
}) {
  const { value, onChange, error } = props;
  const { t } = useTexts();

  return (
    <Autocomplete
      multiple
      freeSolo
      options={[]}
      value={value}
      onChange={(_, labels) =>
        onChange([...new Set((labels as string[]).map(toLabel))])
      }
      clearText={t('fields.clear')}
      ChipProps={{ size: 'small' }}
      renderInput={params => (
        <FormField
          {...params}
          label={t('fields.labels')}
          error={error}
          helperText={t('fields.labelsHelp')}
        />
      )}
    />
  );
}

function toLabel(text: string): string {
  return text.trim().toLocaleLowerCase('en-US').replace(/\s+/g, '-');
}
