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

import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import { useApi } from '@backstage/core-plugin-api';
import { actionItemStatusSchema } from 'backstage-plugin-postmortems-common';
import type { ActionItemStatus } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../../api';
import { useTexts } from '../../../../translation';
import { ActionItemStatusLabel } from '../../parts';
import type { ItemSelection } from '../useItemSelection';
import { BulkDialog } from './BulkDialog';
import type { BulkQuestion } from './BulkDialog';
import { BulkResult } from './BulkResult';
import { bulkUpdate } from './bulkUpdate';
import type { BulkChange, BulkOutcome } from './bulkUpdate';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'sticky',
    bottom: theme.spacing(2),
    // Above the bar that portals have at the bottom of small screens.
    [theme.breakpoints.down('xs')]: { bottom: theme.spacing(8) },
    zIndex: theme.zIndex.appBar - 1,
    marginTop: theme.spacing(2),
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
  },
  count: { marginRight: theme.spacing(1), fontWeight: 600 },
  clear: { marginLeft: 'auto' },
}));

/** What can be done with the action items that are ticked, and what became of the last attempt. */
export function BulkBar(props: { selection: ItemSelection }) {
  const { selection } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [asking, setAsking] = useState<BulkQuestion>();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<BulkOutcome>();
  const count = selection.items.length;

  async function apply(set: BulkChange) {
    setBusy(true);
    setOutcome(undefined);
    const result = await bulkUpdate(api, selection.items, set);
    const done = new Set(result.done);
    selection.select(
      selection.items.filter(item => done.has(item.id)),
      false,
    );
    setOutcome(result);
    setAsking(undefined);
    setBusy(false);
  }

  function take(status: ActionItemStatus) {
    setAnchor(undefined);
    if (status === 'declined') setAsking('declined');
    else apply({ status });
  }

  if (count === 0 && !outcome) return null;
  return (
    <Paper elevation={4} className={classes.root}>
      {outcome && (
        <BulkResult outcome={outcome} onClose={() => setOutcome(undefined)} />
      )}
      {count > 0 && (
        <div
          className={classes.actions}
          role="toolbar"
          aria-label={t('actionItemList.bulk.label')}
        >
          <Typography variant="body2" role="status" className={classes.count}>
            {t('actionItemList.bulk.selected', { count })}
          </Typography>
          <Button
            size="small"
            variant="outlined"
            disabled={busy}
            onClick={() => setAsking('owner')}
          >
            {t('actionItemList.bulk.owner')}
          </Button>
          <Button
            size="small"
            variant="outlined"
            disabled={busy}
            onClick={() => setAsking('due')}
          >
            {t('actionItemList.bulk.due')}
          </Button>
          <Button
            size="small"
            variant="outlined"
            disabled={busy}
            endIcon={<ArrowDropDownIcon />}
            aria-haspopup="menu"
            onClick={event => setAnchor(event.currentTarget)}
          >
            {t('actionItemList.bulk.status')}
          </Button>
          <Button
            size="small"
            className={classes.clear}
            disabled={busy}
            onClick={selection.clear}
          >
            {t('actionItemList.bulk.clear')}
          </Button>
        </div>
      )}
      <Menu
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
      >
        {actionItemStatusSchema.options.map(status => (
          <MenuItem key={status} dense onClick={() => take(status)}>
            <ActionItemStatusLabel status={status} />
          </MenuItem>
        ))}
      </Menu>
      {asking && (
        <BulkDialog
          question={asking}
          items={selection.items}
          busy={busy}
          onConfirm={apply}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Paper>
  );
}
