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

import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import InputAdornment from '@material-ui/core/InputAdornment';
import SearchIcon from '@material-ui/icons/Search';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    flex: '1 1 150px',
    maxWidth: 360,
    '& .MuiOutlinedInput-root': {
      backgroundColor: theme.palette.background.paper,
    },
    '& input': {
      paddingTop: 6.5,
      paddingBottom: 6.5,
      fontSize: theme.typography.pxToRem(14),
    },
  },
}));

/** Free-text search, sent once one stops typing. */
export function SearchField(props: {
  /** What the text is looked for in. */
  label: string;
  value?: string;
  onChange: (value?: string) => void;
}) {
  const { value = '', onChange } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const [text, setText] = useState(value);

  useDebounce(
    () => {
      if (text.trim() !== value) onChange(text.trim() || undefined);
    },
    300,
    [text],
  );
  // Going back, or clearing the filters, changes the value from outside.
  useEffect(() => {
    setText(current => (current.trim() === value ? current : value));
  }, [value]);

  return (
    <TextField
      className={classes.root}
      type="search"
      size="small"
      variant="outlined"
      placeholder={t('filters.search')}
      value={text}
      onChange={event => setText(event.target.value)}
      inputProps={{
        'aria-label': props.label,
        maxLength: LIMITS.query,
      }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" color="action" />
          </InputAdornment>
        ),
      }}
    />
  );
}
