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
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { makeStyles } from '@material-ui/core/styles';
import type { Page } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    justifyContent: 'flex-end',
    padding: theme.spacing(1),
  },
}));

/** Leads to the page before and the next; nothing where all fits on one. */
export function Pages(props: {
  pageInfo: Page<unknown>['pageInfo'];
  goTo: (cursor: string | undefined) => void;
}) {
  const { goTo } = props;
  const { nextCursor, prevCursor } = props.pageInfo;
  const classes = useStyles();
  const { t } = useTexts();
  if (!nextCursor && !prevCursor) return null;

  return (
    <nav className={classes.root} aria-label={t('list.pages')}>
      <Button
        size="small"
        startIcon={<ChevronLeftIcon />}
        disabled={!prevCursor}
        onClick={() => goTo(prevCursor)}
      >
        {t('list.previous')}
      </Button>
      <Button
        size="small"
        endIcon={<ChevronRightIcon />}
        disabled={!nextCursor}
        onClick={() => goTo(nextCursor)}
      >
        {t('list.next')}
      </Button>
    </nav>
  );
}
