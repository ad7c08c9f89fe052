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
import { outcomeSchema } from 'backstage-plugin-postmortems-common';
import type { Outcome } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { outcomeKeys } from '../../shared';
import { fieldColors } from './fieldColors';

const useStyles = makeStyles(theme => ({ root: fieldColors(theme) }));

/** Whether there was an incident after all; both owe a postmortem. */
export function OutcomeField(props: {
  value: Outcome;
  onChange: (value: Outcome) => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <FormControl component="fieldset" className={classes.root}>
      <FormLabel component="legend">{t('fields.outcome')}</FormLabel>
      <RadioGroup
        row
        value={props.value}
        onChange={(_, value) => props.onChange(value as Outcome)}
      >
        {outcomeSchema.options.map(outcome => (
          <FormControlLabel
            key={outcome}
            value={outcome}
            control={<Radio size="small" color="primary" />}
            label={t(`outcome.${outcomeKeys[outcome]}`)}
          />
        ))}
      </RadioGroup>
      <FormHelperText>{t('fields.outcomeHelp')}</FormHelperText>
    </FormControl>
  );
}
