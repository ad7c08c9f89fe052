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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ComplianceGroupBy } from 'backstage-plugin-postmortems-common';
import { postmortemsTranslationRef } from '../../translation';
import { subtleColor } from '../shared';

const options: ComplianceGroupBy[] = [
  'team',
  'severity',
  'quarter',
  'month',
  'entity',
];

const useStyles = makeStyles(theme => ({
  button: {
    textTransform: 'none',
    padding: theme.spacing(0.5, 1.25),
    color: subtleColor(theme),
    backgroundColor: theme.palette.background.paper,
    '&.Mui-selected': { color: theme.palette.text.primary, fontWeight: 600 },
  },
}));

/** By what the figures are grouped. */
export function GroupBySwitch(props: {
  value: ComplianceGroupBy;
  onChange: (value: ComplianceGroupBy) => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(postmortemsTranslationRef);
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={props.value}
      // Clicking the chosen one again would mean none, which there is not.
      onChange={(_event, value) => value && props.onChange(value)}
      aria-label={t('compliance.groupBy')}
    >
      {options.map(option => (
        <ToggleButton key={option} value={option} className={classes.button}>
          {t(`compliance.by.${option}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
