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

import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import type { OutlinedTextFieldProps } from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { fieldColors } from './fieldColors';

const useStyles = makeStyles(theme => ({ root: fieldColors(theme) }));

let fields = 0;

/** A field of a form; its label names it, and below it stands what is wrong or what helps. */
export function FormField(
  props: Omit<OutlinedTextFieldProps, 'variant' | 'error'> & {
    error?: string;
  },
) {
  const { error, helperText, className = '', ...others } = props;
  const classes = useStyles();
  const [id] = useState(() => `postmortem-field-${++fields}`);
  return (
    <TextField
      id={id}
      {...others}
      className={`${classes.root} ${className}`}
      error={Boolean(error)}
      helperText={error ?? helperText}
      fullWidth
      variant="outlined"
      size="small"
    />
  );
}
