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
import { makeStyles } from '@material-ui/core/styles';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import {
  actionItemSteps,
  isCommitted,
} from 'backstage-plugin-postmortems-common';
import type {
  ActionItem,
  ActionItemStatus,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { Hint, useFocusRing } from '../../shared';
import { ActionItemStatusLabel } from './ActionItemStatusLabel';
import { ChangeProblem } from './ChangeProblem';
import { StepDialog } from './StepDialog';
import type { DueDates } from './actionItem';
import { useActionItemChange } from './useActionItemChange';

const useStyles = makeStyles(theme => ({
  button: {
    minWidth: 0,
    marginLeft: theme.spacing(-0.5),
    padding: theme.spacing(0, 0, 0, 0.5),
    fontSize: 'inherit',
    fontWeight: 'inherit',
    lineHeight: 'inherit',
    verticalAlign: 'top',
    textTransform: 'none',
    '& .MuiButton-endIcon': { marginLeft: 0 },
    '@media print': { '& .MuiButton-endIcon': { display: 'none' } },
  },
}));

/** Whether a step cannot be taken with what the item has so far. */
function asksForMore(item: ActionItem, to: ActionItemStatus): boolean {
  return (
    to === 'declined' || (isCommitted(to) && !(item.ownerRef && item.dueAt))
  );
}

/**
 * Where an action item stands, and the steps from there. A step that needs more than the item
 * has (a reason, an owner, a due date) asks for it first.
 */
export function ActionItemStatusSelect<T extends ActionItem>(props: {
  item: T;
  canEdit: boolean;
  /** What the policy proposes as due dates, where that is known. */
  dueDates?: DueDates;
  /** Whose members come first in the choice of an owner; left out: as the list tells. */
  teamRefs?: string[];
  onChanged: (item: T) => void;
}) {
  const { item, canEdit, onChanged, ...dialogProps } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const focusRing = useFocusRing();
  const { change, busy, problem } = useActionItemChange(item, onChanged);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [asking, setAsking] = useState<ActionItemStatus>();
  const label = <ActionItemStatusLabel status={item.status} />;

  function take(status: ActionItemStatus) {
    setAnchor(undefined);
    if (asksForMore(item, status)) setAsking(status);
    else change({ status });
  }

  if (!canEdit) {
    return item.statusReason ? (
      <Hint title={item.statusReason}>{label}</Hint>
    ) : (
      label
    );
  }
  return (
    <>
      <Button
        size="small"
        color="inherit"
        className={classes.button}
        endIcon={<ArrowDropDownIcon />}
        disabled={busy}
        {...focusRing}
        aria-haspopup="menu"
        aria-label={t('actionItem.statusOf', {
          id: item.id,
          status: t(`actionItem.status.${item.status}`),
        })}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Menu
        open={anchor !== undefined}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAnchor(undefined)}
      >
        {actionItemSteps[item.status].map(status => (
          <MenuItem key={status} dense onClick={() => take(status)}>
            <ActionItemStatusLabel status={status} />
          </MenuItem>
        ))}
      </Menu>
      {asking && (
        <StepDialog
          {...dialogProps}
          item={item}
          to={asking}
          onChanged={onChanged}
          onClose={() => setAsking(undefined)}
        />
      )}
      <ChangeProblem problem={problem} />
    </>
  );
}
