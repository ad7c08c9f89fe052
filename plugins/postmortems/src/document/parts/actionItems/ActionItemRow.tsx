import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import DragIndicatorIcon from '@material-ui/icons/DragIndicator';
import type { ActionItem, Tracker } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { IconButton } from '../../../ui/controls/IconButton';
import { subtleColor } from '../../../ui/layout/subtleColor';
import { useLocation } from '../../../ui/navigation/location';
import { CommentMarker } from '../../comments/CommentMarker';
import { revealMarker } from '../../comments/quietMarker';
import { SnoozeNote } from '../../snooze/SnoozeNote';
import { useSnoozes } from '../../snooze/useSnoozes';
import { useDocument } from '../../useDocument';
import { SectionText } from '../sections/SectionText';
import { ActionItemMenu } from './ActionItemMenu';
import { ActionItemDueEdit } from './controls/ActionItemDueEdit';
import { ActionItemOwnerEdit } from './controls/ActionItemOwnerEdit';
import { ActionItemStatusSelect } from './controls/ActionItemStatusSelect';
import { ChangeProblem } from './controls/ChangeProblem';
import { CommitDialog } from './controls/CommitDialog';
import { KindLabel } from './controls/KindLabel';
import { PriorityLabel } from './controls/PriorityLabel';
import { addressOf } from './controls/actionItem';
import { TicketChip } from './tickets/TicketChip';
import { TicketTrouble } from './tickets/TicketTrouble';
import { useTicket } from './tickets/useTicket';
import { useActionItemRights } from './useActionItemRights';
import type { Dragging } from './useDragging';
import type { Move } from './useMoveItem';

const useStyles = makeStyles(theme => ({
  item: {
    scrollMarginTop: theme.spacing(3),
    breakInside: 'avoid',
    ...revealMarker,
    // The theme colors every other row, but an item can take up two rows.
    '&& > tr': { backgroundColor: 'transparent' },
    '& > tr:last-child > *': {
      paddingBottom: theme.spacing(1),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  '@keyframes flash': {
    '0%, 40%': { backgroundColor: theme.palette.action.selected },
    '100%': { backgroundColor: 'transparent' },
  },
  linked: {
    animation: '$flash 4s ease-out',
    // Stays after the flash, which is easy to miss.
    boxShadow: `inset 3px 0 ${theme.palette.primary.main}`,
  },
  dragged: { opacity: 0.4 },
  before: { boxShadow: `inset 0 2px ${theme.palette.primary.main}` },
  after: { boxShadow: `inset 0 -2px ${theme.palette.primary.main}` },
  cell: {
    ...theme.typography.body2,
    padding: theme.spacing(1, 0.75, 0.5),
    verticalAlign: 'top',
    borderBottom: 'none',
    color: theme.palette.text.primary,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  narrowCell: {
    padding: theme.spacing(0.75, 0, 0.5, 1),
    verticalAlign: 'top',
    borderBottom: 'none',
  },
  title: {
    fontWeight: 600,
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
  line: {
    ...theme.typography.body2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    fontWeight: 400,
  },
  key: { color: subtleColor(theme) },
  commit: {
    padding: theme.spacing(0, 1),
    textTransform: 'none',
    '@media print': { display: 'none' },
  },
  more: {
    padding: theme.spacing(0, 0.75),
    borderBottom: 'none',
    '& > * + *': { marginTop: theme.spacing(0.5) },
  },
  handle: {
    padding: 2,
    cursor: 'grab',
    '@media print': { display: 'none' },
  },
  icon: { fontSize: theme.typography.pxToRem(20) },
  description: { '&& > *': { ...theme.typography.body2, lineHeight: 1.5 } },
  closed: { color: subtleColor(theme) },
}));

/** An action item: its facts in one row, with details below. */
export function ActionItemRow(props: {
  item: ActionItem;
  /** Position in the list, from 0. */
  place: number;
  narrow: boolean;
  /** The number of columns in the table. */
  columns: number;
  trackers: Tracker[];
  dragging: Dragging;
  onMove: Move;
  onEdit: () => void;
}) {
  const { item, place, narrow, columns, trackers, dragging } = props;
  const { onMove } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { teamRefs, actionItemDueDates, timeZone } = useDocument().postmortem;
  const { canChange, canMove, hasMenu } = useActionItemRights();
  const { hash } = useLocation();
  const [committing, setCommitting] = useState(false);
  const ticket = useTicket(item);
  const { untilOf } = useSnoozes();

  const { key } = addressOf(item);
  const common = { item, canEdit: canChange };
  const status = (
    <ActionItemStatusSelect
      {...common}
      dueDates={actionItemDueDates}
      teamRefs={teamRefs}
      zone={timeZone}
    />
  );
  const owner = <ActionItemOwnerEdit {...common} teamRefs={teamRefs} />;
  const due = (
    <ActionItemDueEdit
      {...common}
      dueDates={actionItemDueDates}
      zone={timeZone}
    />
  );
  const edge = dragging.edgeOf(item);
  const hasMore =
    item.description ||
    item.statusReason ||
    item.ticket ||
    ticket.problem ||
    untilOf(item);

  function onHandleKey(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    onMove(item, place + step);
    // Moving the row in the DOM removes the focus, so restore it.
    const handle = event.currentTarget;
    setTimeout(() => handle.focus());
  }

  return (
    <TableBody
      id={key}
      className={[
        classes.item,
        hash === `#${key}` ? classes.linked : '',
        dragging.isDragged(item) ? classes.dragged : '',
        edge ? classes[edge] : '',
      ].join(' ')}
      {...dragging.rowProps(item)}
    >
      <TableRow>
        {canMove && (
          <TableCell className={classes.narrowCell}>
            <IconButton
              className={classes.handle}
              label={t('actionItem.list.move', { id: item.id })}
              onKeyDown={onHandleKey}
              {...dragging.handleProps(item)}
            >
              <DragIndicatorIcon className={classes.icon} />
            </IconButton>
          </TableCell>
        )}
        <TableCell
          component="th"
          scope="row"
          role="rowheader"
          className={classes.cell}
        >
          <div className={classes.title}>{item.title}</div>
          <div className={classes.line}>
            <a
              href={`#${key}`}
              className={classes.key}
              aria-label={t('actionItem.list.linkTo', { id: item.id })}
            >
              {key}
            </a>
            <PriorityLabel priority={item.priority} />
            <KindLabel kind={item.kind} />
            {canChange && item.status === 'proposed' && (
              <Button
                size="small"
                color="primary"
                variant="outlined"
                className={classes.commit}
                aria-label={t('actionItem.list.commitNamed', { id: item.id })}
                onClick={() => setCommitting(true)}
              >
                {t('actionItem.list.commit')}
              </Button>
            )}
            <CommentMarker anchor={key} />
          </div>
          {narrow && (
            <div className={classes.line}>
              {status}
              {owner}
              {due}
            </div>
          )}
        </TableCell>
        {!narrow && (
          <>
            <TableCell className={classes.cell}>{status}</TableCell>
            <TableCell className={classes.cell}>{owner}</TableCell>
            <TableCell className={classes.cell}>{due}</TableCell>
          </>
        )}
        {hasMenu && (
          <TableCell className={classes.narrowCell}>
            <ActionItemMenu
              item={item}
              place={place}
              trackers={trackers}
              ticket={ticket}
              onMove={onMove}
              onEdit={props.onEdit}
            />
          </TableCell>
        )}
      </TableRow>
      {hasMore && (
        <TableRow>
          {canMove && <TableCell className={classes.narrowCell} />}
          <TableCell
            colSpan={canMove ? columns - 1 : columns}
            className={classes.more}
          >
            {item.description && (
              <div className={classes.description}>
                <SectionText markdown={item.description} headingLevel={3} />
              </div>
            )}
            {item.statusReason && (
              <div className={`${classes.line} ${classes.closed}`}>
                {t('actionItem.declined', { reason: item.statusReason })}
              </div>
            )}
            {item.ticket && (
              <>
                <TicketChip ticket={item.ticket} trackers={trackers} />
                <TicketTrouble
                  ticket={item.ticket}
                  busy={ticket.busy}
                  onRetry={canChange ? ticket.sync : undefined}
                />
              </>
            )}
            <ChangeProblem problem={ticket.problem} />
            <SnoozeNote item={item} />
          </TableCell>
        </TableRow>
      )}
      {committing && (
        <CommitDialog
          item={item}
          to="open"
          dueDates={actionItemDueDates}
          teamRefs={teamRefs}
          zone={timeZone}
          onClose={() => setCommitting(false)}
        />
      )}
    </TableBody>
  );
}
