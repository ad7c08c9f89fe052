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

import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import DeleteIcon from '@material-ui/icons/Delete';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { Contributor } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { UserPicker } from './UserPicker';
import { fieldColors } from './fieldColors';
import { FormField } from './FormField';

const useStyles = makeStyles(theme => ({
  root: fieldColors(theme),
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr auto',
    gap: theme.spacing(1),
    alignItems: 'start',
    marginTop: theme.spacing(1.5),
  },
}));

/** Those who took part, each with what they did. */
export function ContributorsField(props: {
  value: Contributor[];
  onChange: (value: Contributor[]) => void;
  teamRefs: string[];
  error?: string;
}) {
  const { value, onChange, teamRefs, error } = props;
  const classes = useStyles();
  const { t } = useTexts();

  function change(index: number, part: Partial<Contributor>) {
    onChange(
      value.map((each, i) => (i === index ? { ...each, ...part } : each)),
    );
  }

  return (
    <div className={classes.root}>
      <Typography variant="subtitle2">{t('fields.contributors')}</Typography>
      {value.map((contributor, index) => (
        <div key={index} className={classes.row}>
          <UserPicker
            label={t('fields.contributorUser')}
            value={contributor.userRef || undefined}
            onChange={userRef => change(index, { userRef: userRef ?? '' })}
            teamRefs={teamRefs}
          />
          <Autocomplete
            freeSolo
            disableClearable
            options={t('fields.contributorRoles').split(', ')}
            value={contributor.role}
            onChange={(_, role) => change(index, { role })}
            // When it appears, the field resets itself; only what is typed is a change.
            onInputChange={(_, role, why) => {
              if (why === 'input') change(index, { role });
            }}
            renderInput={params => (
              <FormField
                {...params}
                label={t('fields.contributorRole')}
                inputProps={{
                  ...params.inputProps,
                  maxLength: LIMITS.contributorRole,
                }}
              />
            )}
          />
          <IconButton
            size="small"
            aria-label={t('fields.removeContributor')}
            onClick={() => onChange(value.filter((_, i) => i !== index))}
          >
            <DeleteIcon fontSize="small" />
          </IconButton>
        </div>
      ))}
      {error && <FormHelperText error>{error}</FormHelperText>}
      <Button
        size="small"
        color="primary"
        onClick={() => onChange([...value, { userRef: '', role: '' }])}
      >
        {t('fields.addContributor')}
      </Button>
    </div>
  );
}
