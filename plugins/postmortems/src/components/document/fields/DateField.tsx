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

import { endOfLocalDate, toLocalDate } from './localTime';
import { focusOnMount } from './focusOnMount';
import { FormField } from './FormField';

/** A day until whose end something is due, entered in the viewer's zone. */
export function DateField(props: {
  label: string;
  value?: string;
  onChange: (value: string | undefined) => void;
  /** Times that are kept as they are when their day is entered. */
  known?: Array<string | undefined>;
  error?: string;
  helperText?: string;
  required?: boolean;
  initialFocus?: boolean;
}) {
  const { label, value, onChange, known, error, helperText } = props;
  return (
    <FormField
      type="date"
      label={label}
      value={toLocalDate(value)}
      onChange={event => onChange(endOfLocalDate(event.target.value, known))}
      error={error}
      helperText={helperText}
      required={props.required}
      inputRef={props.initialFocus ? focusOnMount : undefined}
      InputLabelProps={{ shrink: true }}
    />
  );
}
