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

import { fromLocalInput, toLocalInput } from './localTime';
import { focusOnMount } from './focusOnMount';
import { FormField } from './FormField';

/** A point in time, entered in the viewer's zone. */
export function TimeField(props: {
  label: string;
  value?: string;
  onChange: (value: string | undefined) => void;
  error?: string;
  helperText?: string;
  required?: boolean;
  disabled?: boolean;
  initialFocus?: boolean;
}) {
  const { label, value, onChange, error, helperText } = props;
  return (
    <FormField
      type="datetime-local"
      label={label}
      value={toLocalInput(value)}
      onChange={event => onChange(fromLocalInput(event.target.value))}
      error={error}
      helperText={helperText}
      required={props.required}
      disabled={props.disabled}
      inputRef={props.initialFocus ? focusOnMount : undefined}
      InputLabelProps={{ shrink: true }}
    />
  );
}
