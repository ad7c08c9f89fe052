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

import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../translation';
import { SubtleText } from '../../shared';
import { localZone } from './localTime';
import { TimeField } from './TimeField';

/** The four times of an incident. */
export interface Times {
  startedAt?: string;
  detectedAt?: string;
  mitigatedAt?: string;
  resolvedAt?: string;
}

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(13rem, 1fr))',
    gap: theme.spacing(2),
  },
  wide: { gridColumn: '1 / -1' },
}));

/** When the incident started, was noticed, contained, and over, or that it still goes on. */
export function TimesFields(props: {
  value: Times;
  errors: Partial<Record<keyof Times, string>>;
  onChange: (field: keyof Times, value: string | undefined) => void;
  ongoing: boolean;
  onOngoing: (ongoing: boolean) => void;
}) {
  const { value, errors, onChange, ongoing, onOngoing } = props;
  const classes = useStyles();
  const { t } = useTexts();

  return (
    <div className={classes.root}>
      <div className={classes.wide}>
        <SubtleText>{t('fields.zone', { zone: localZone() })}</SubtleText>
      </div>
      <TimeField
        label={t('fields.startedAt')}
        value={value.startedAt}
        onChange={time => onChange('startedAt', time)}
        error={errors.startedAt}
        required
      />
      <TimeField
        label={t('fields.detectedAt')}
        value={value.detectedAt}
        onChange={time => onChange('detectedAt', time)}
        error={errors.detectedAt}
      />
      <TimeField
        label={t('fields.mitigatedAt')}
        value={value.mitigatedAt}
        onChange={time => onChange('mitigatedAt', time)}
        error={errors.mitigatedAt}
      />
      <div>
        <TimeField
          label={t('fields.resolvedAt')}
          value={ongoing ? undefined : value.resolvedAt}
          onChange={time => onChange('resolvedAt', time)}
          error={errors.resolvedAt}
          disabled={ongoing}
        />
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={ongoing}
              onChange={(_, checked) => {
                onOngoing(checked);
                if (checked) onChange('resolvedAt', undefined);
              }}
            />
          }
          label={t('fields.stillGoingOn')}
        />
      </div>
    </div>
  );
}
