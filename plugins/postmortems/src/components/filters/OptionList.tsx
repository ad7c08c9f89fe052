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

import type { ReactNode } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  label: {
    ...theme.typography.body2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  checkbox: { padding: theme.spacing(0.5), marginLeft: theme.spacing(0.5) },
}));

/** A value that a filter may take, and how it looks. */
export interface Option {
  value: string;
  label: ReactNode;
}

/** Values to tick: any of the ticked ones may hold. */
export function OptionList(props: {
  options: Option[];
  selected: string[];
  onChange: (selected: string[]) => void;
}) {
  const { options, selected, onChange } = props;
  const classes = useStyles();

  return (
    <FormGroup>
      {options.map(({ value, label }) => (
        <FormControlLabel
          key={value}
          classes={{ label: classes.label }}
          control={
            <Checkbox
              size="small"
              color="primary"
              className={classes.checkbox}
              checked={selected.includes(value)}
              onChange={(_event, checked) =>
                onChange(
                  checked
                    ? [...selected, value]
                    : selected.filter(each => each !== value),
                )
              }
            />
          }
          label={label}
        />
      ))}
    </FormGroup>
  );
}
