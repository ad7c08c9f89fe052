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
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../translation';
import { SearchField } from './SearchField';
import type { UrlFilterState } from './useUrlFilter';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** Filters side by side, the way to clear them all, and last the text to search for. */
export function FilterRow(props: {
  state: UrlFilterState;
  /** What the text is looked for in; absent where there is no search. */
  searchLabel?: string;
  children: ReactNode;
}) {
  const { filter, isSet, change, clear } = props.state;
  const classes = useStyles();
  const { t } = useTexts();

  return (
    <div className={classes.root} role="group" aria-label={t('filters.label')}>
      {props.children}
      {isSet && (
        <Button size="small" onClick={clear}>
          {t('filters.clear')}
        </Button>
      )}
      {/* Last, as it takes the room that is left. */}
      {props.searchLabel && (
        <SearchField
          label={props.searchLabel}
          value={filter.q}
          onChange={q => change({ q }, { replace: true })}
        />
      )}
    </div>
  );
}
