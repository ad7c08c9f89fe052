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
import type { Ticket } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { RelativeTime } from '../../shared';

const useStyles = makeStyles(theme => ({
  root: { ...theme.typography.caption, overflowWrap: 'anywhere' },
  retry: {
    minWidth: 0,
    padding: theme.spacing(0, 0.5),
    fontSize: 'inherit',
    textTransform: 'none',
    verticalAlign: 'baseline',
    '@media print': { display: 'none' },
  },
}));

/** Why an item and its ticket may not agree, when that is tried again, and the way to do it now. */
export function TicketTrouble(props: {
  ticket: Ticket;
  busy: boolean;
  /** Left out for those who may not. */
  onRetry?: () => void;
}) {
  const { ticket, busy, onRetry } = props;
  const classes = useStyles();
  const { t } = useTexts();
  if (ticket.sync !== 'failed') return null;

  return (
    <div className={classes.root}>
      {t('actionItem.ticket.failed', { message: ticket.error ?? '' })}
      {ticket.nextAttemptAt && (
        <>
          {' · '}
          {t('actionItem.ticket.next', {
            time: <RelativeTime value={ticket.nextAttemptAt} />,
          })}
        </>
      )}{' '}
      {onRetry && (
        <Button
          size="small"
          color="primary"
          className={classes.retry}
          disabled={busy}
          onClick={onRetry}
        >
          {t('actionItem.ticket.retry')}
        </Button>
      )}
    </div>
  );
}
