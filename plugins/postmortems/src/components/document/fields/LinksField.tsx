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
import { makeStyles } from '@material-ui/core/styles';
import DeleteIcon from '@material-ui/icons/Delete';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { Link } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { fieldColors } from './fieldColors';
import { FormField } from './FormField';

const useStyles = makeStyles(theme => ({
  root: fieldColors(theme),
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr auto',
    gap: theme.spacing(1),
    alignItems: 'start',
    marginBottom: theme.spacing(1.5),
  },
}));

/** Links to what belongs to the incident elsewhere: status page, chat, dashboards. */
export function LinksField(props: {
  value: Link[];
  onChange: (value: Link[]) => void;
  error?: string;
}) {
  const { value, onChange, error } = props;
  const classes = useStyles();
  const { t } = useTexts();

  function change(index: number, part: Partial<Link>) {
    onChange(
      value.map((each, i) => (i === index ? { ...each, ...part } : each)),
    );
  }

  return (
    <div className={classes.root}>
      {value.map((link, index) => (
        <div key={index} className={classes.row}>
          <FormField
            type="url"
            label={t('fields.linkUrl')}
            value={link.url}
            onChange={event => change(index, { url: event.target.value })}
            placeholder="https://"
            inputProps={{ maxLength: LIMITS.url }}
          />
          <FormField
            label={t('fields.linkTitle')}
            value={link.title ?? ''}
            onChange={event =>
              change(index, { title: event.target.value || undefined })
            }
            inputProps={{ maxLength: LIMITS.title }}
          />
          <IconButton
            size="small"
            aria-label={t('fields.removeLink')}
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
        onClick={() => onChange([...value, { url: '' }])}
      >
        {t('fields.addLink')}
      </Button>
    </div>
  );
}
