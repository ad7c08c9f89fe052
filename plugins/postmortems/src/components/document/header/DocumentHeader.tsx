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
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import EditIcon from '@material-ui/icons/Edit';
import { ContentHeader } from '@backstage/core-components';
import { useTexts } from '../../../translation';
import { RestrictedChip, subtleColor } from '../../shared';
import { CommentsButton } from '../comments/CommentsButton';
import { EditFacts } from '../facts/EditFacts';
import { useDocument } from '../hooks/useDocument';
import { MetaLine } from './MetaLine';
import { MoreMenu } from './MoreMenu';
import { StatusMenu } from './StatusMenu';
import { WatchButton } from './WatchButton';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(3),
    [theme.breakpoints.down('sm')]: { flexDirection: 'column', gap: 0 },
  },
  heading: { flex: 1, minWidth: 0 },
  title: {
    margin: 0,
    fontSize: theme.typography.pxToRem(28),
    overflowWrap: 'anywhere',
    [theme.breakpoints.down('xs')]: { fontSize: theme.typography.pxToRem(22) },
  },
  id: {
    marginRight: theme.spacing(0.5),
    color: subtleColor(theme),
    fontWeight: 400,
    whiteSpace: 'nowrap',
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    [theme.breakpoints.down('sm')]: { marginBottom: theme.spacing(2) },
    '@media print': { display: 'none' },
  },
}));

/** Which postmortem this is, what can be done with it, and the facts in a line. */
export function DocumentHeader() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem, canEdit, editing, setEditing } = useDocument();
  const { id, title, visibility } = postmortem;

  return (
    <header>
      <div className={classes.root}>
        <div className={classes.heading}>
          {/* Names the browser tab, too. */}
          <ContentHeader
            title={t('document.pageTitle', { id, title })}
            titleComponent={
              <Typography variant="h4" component="h2" className={classes.title}>
                <span className={classes.id}>{id}</span> {title}{' '}
                {visibility === 'restricted' && <RestrictedChip />}
                <EditFacts group="title" />
              </Typography>
            }
          />
        </div>
        <div className={classes.actions}>
          <StatusMenu />
          {canEdit && (
            <Button
              variant={editing ? 'contained' : 'outlined'}
              color="primary"
              startIcon={editing ? undefined : <EditIcon />}
              onClick={() => setEditing(!editing)}
            >
              {t(editing ? 'document.doneEditing' : 'document.edit')}
            </Button>
          )}
          <WatchButton />
          <CommentsButton />
          <MoreMenu />
        </div>
      </div>
      <MetaLine />
    </header>
  );
}
