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

import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../translation';
import { subtleColor } from './subtleColor';

const useStyles = makeStyles(theme => ({
  root: { maxWidth: '100%', overflowX: 'auto' },
  button: {
    textTransform: 'none',
    whiteSpace: 'nowrap',
    padding: theme.spacing(0.5, 1.25),
    color: subtleColor(theme),
    backgroundColor: theme.palette.background.paper,
    '&.Mui-selected': { color: theme.palette.text.primary, fontWeight: 600 },
  },
}));

/** By what figures or rows are grouped, or another choice of a few. */
export function GroupBySwitch<V extends string>(props: {
  options: { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
  /** What is chosen; left out, by what things are grouped. */
  label?: string;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      className={classes.root}
      value={props.value}
      // Clicking the chosen one again would mean nothing at all, which is no choice.
      onChange={(_event, value) => value && props.onChange(value)}
      aria-label={props.label ?? t('compliance.groupBy')}
    >
      {props.options.map(({ value, label }) => (
        <ToggleButton key={value} value={value} className={classes.button}>
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
