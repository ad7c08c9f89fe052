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
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useLocale, useTexts } from '../../translation';
import { SubtleText, useNow } from '../shared';
import { FilterButton } from './FilterButton';
import { dayInWords, inDays, lastDay, untilAfter } from './days';
import type { UrlFilterState } from './useUrlFilter';

const useStyles = makeStyles(theme => ({
  presets: { display: 'flex', marginBottom: theme.spacing(1.5) },
  field: { marginBottom: theme.spacing(1) },
}));

/** A filter over the day until which something is due, in UTC. */
export function DueFilter(props: { state: UrlFilterState }) {
  const { filter, change } = props.state;
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();
  const now = useNow();
  const until = lastDay(filter.dueBefore);

  return (
    <FilterButton
      label={t('filters.due')}
      value={until && t('filters.until', { day: dayInWords(until, locale) })}
      onClear={() => change({ dueBefore: undefined })}
    >
      <div className={classes.presets}>
        {[7, 30].map(days => (
          <Button
            key={days}
            size="small"
            color="primary"
            onClick={() => change({ dueBefore: untilAfter(inDays(days, now)) })}
          >
            {t('filters.nextDays', { value: String(days) })}
          </Button>
        ))}
      </div>
      <TextField
        type="date"
        size="small"
        variant="outlined"
        fullWidth
        className={classes.field}
        id="postmortems-due-until"
        label={t('filters.dueUntil')}
        InputLabelProps={{ shrink: true }}
        inputProps={{ max: '9999-12-31' }}
        value={until ?? ''}
        onChange={event =>
          change(
            {
              dueBefore: event.target.value
                ? untilAfter(event.target.value)
                : undefined,
            },
            // A date being typed is several valid ones on the way, for "back" to skip.
            { replace: true },
          )
        }
      />
      <SubtleText variant="caption">{t('filters.dueHint')}</SubtleText>
    </FilterButton>
  );
}
