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

import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import LinkIcon from '@material-ui/icons/Link';
import SyncProblemIcon from '@material-ui/icons/SyncProblem';
import type { Ticket, Tracker } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';

const useStyles = makeStyles(theme => ({
  root: { maxWidth: '100%', margin: 0 },
  // The kit's clickable chip calls itself a button, and this is a link.
  link: {
    cursor: 'pointer',
    '&:hover, &:focus-visible': { backgroundColor: theme.palette.action.hover },
  },
}));

const icons = {
  ok: LinkIcon,
  pending: HourglassEmptyIcon,
  failed: SyncProblemIcon,
};

/** The ticket of an action item: its key and status, leading to it. */
export function TicketChip(props: {
  ticket: Ticket;
  /** Where the names of trackers come from. */
  trackers: Tracker[];
}) {
  const { tracker, key, url, status, statusName, sync } = props.ticket;
  const known = props.trackers.find(({ id }) => id === tracker);
  const classes = useStyles();
  const { t } = useTexts();
  const Icon = icons[sync];

  const name =
    key ??
    url ??
    t('actionItem.ticket.in', { tracker: known?.title ?? tracker });
  const state = statusName ?? (status && t(`actionItem.ticket.${status}`));
  const look = {
    size: 'small' as const,
    variant: 'outlined' as const,
    className: `${classes.root} ${url ? classes.link : ''}`,
    icon: <Icon aria-hidden />,
    label: [name, state, sync !== 'ok' && t(`actionItem.ticket.sync.${sync}`)]
      .filter(Boolean)
      .join(' · '),
  };
  return url ? (
    <Chip
      {...look}
      component="a"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
    />
  ) : (
    <Chip {...look} />
  );
}
