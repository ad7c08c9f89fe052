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

import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import { visibilitySchema } from 'backstage-plugin-postmortems-common';
import type { Visibility } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { fieldColors } from './fieldColors';

const useStyles = makeStyles(theme => ({ root: fieldColors(theme) }));

/** Whether everyone who reads postmortems sees this one, or only those it concerns. */
export function VisibilityField(props: {
  value: Visibility;
  onChange: (value: Visibility) => void;
  error?: string;
}) {
  const { value, onChange, error } = props;
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <FormControl
      component="fieldset"
      className={classes.root}
      error={Boolean(error)}
    >
      <FormLabel component="legend">{t('fields.visibility')}</FormLabel>
      <RadioGroup
        row
        value={value}
        onChange={(_, chosen) => onChange(chosen as Visibility)}
      >
        {visibilitySchema.options.map(visibility => (
          <FormControlLabel
            key={visibility}
            value={visibility}
            control={<Radio size="small" color="primary" />}
            label={t(`visibility.${visibility}`)}
          />
        ))}
      </RadioGroup>
      <FormHelperText>{error ?? t('fields.visibilityHelp')}</FormHelperText>
    </FormControl>
  );
}
