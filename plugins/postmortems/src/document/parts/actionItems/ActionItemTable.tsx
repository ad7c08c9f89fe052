import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useTexts } from '../../../texts/useTexts';
import { VisuallyHidden } from '../../../ui/layout/VisuallyHidden';
import { subtleColor } from '../../../ui/layout/subtleColor';
import { useWidth } from '../../../ui/table/useWidth';
import { useDocument } from '../../useDocument';
import { ActionItemForm } from './ActionItemForm';
import { ActionItemRow } from './ActionItemRow';
import { useTrackers } from './tickets/useTrackers';
import { useActionItemRights } from './useActionItemRights';
import { useDragging } from './useDragging';
import { useMoveItem } from './useMoveItem';

/** Below this width in pixels, facts move under the title. */
const NARROW = 520;

const useStyles = makeStyles(theme => ({
  table: { tableLayout: 'fixed' },
  headRow: { '&&': { backgroundColor: 'transparent' } },
  head: {
    ...theme.typography.caption,
    padding: theme.spacing(0.5, 0.75),
    textTransform: 'none',
    color: subtleColor(theme),
  },
  handle: { width: 28, padding: 0 },
  status: { width: 122 },
  owner: { width: 136 },
  due: { width: 134 },
  menu: { width: 34, padding: 0 },
  form: { padding: theme.spacing(1, 0), borderBottom: 'none' },
}));

export function ActionItemTable(props: {
  /** Id of the item whose form is open. */
  open?: string;
  onEdit: (id: string) => void;
  onClose: () => void;
}) {
  const { open, onEdit, onClose } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { id, actionItems } = useDocument().postmortem;
  const { canMove, hasMenu } = useActionItemRights();
  const { ref, width } = useWidth<HTMLTableElement>();
  const narrow = width !== undefined && width < NARROW;
  const columns = 1 + (canMove ? 1 : 0) + (narrow ? 0 : 3) + (hasMenu ? 1 : 0);
  const trackers = useTrackers();

  const { move, announcement, error } = useMoveItem();
  const dragging = useDragging(actionItems, move);

  return (
    <>
      <Table
        ref={ref}
        size="small"
        className={classes.table}
        aria-label={t('actionItem.list.label', { id })}
      >
        <TableHead>
          <TableRow className={classes.headRow}>
            {canMove && <TableCell className={classes.handle} />}
            <TableCell className={classes.head}>
              {t('actionItem.list.column.item')}
            </TableCell>
            {!narrow &&
              (['status', 'owner', 'due'] as const).map(name => (
                <TableCell
                  key={name}
                  className={`${classes.head} ${classes[name]}`}
                >
                  {t(`actionItem.list.column.${name}`)}
                </TableCell>
              ))}
            {hasMenu && (
              <TableCell className={classes.menu}>
                <VisuallyHidden>
                  {t('actionItem.list.column.actions')}
                </VisuallyHidden>
              </TableCell>
            )}
          </TableRow>
        </TableHead>
        {actionItems.map((item, place) =>
          open === item.id ? (
            <TableBody key={item.id}>
              <TableRow>
                <TableCell colSpan={columns} className={classes.form}>
                  <ActionItemForm item={item} onClose={onClose} />
                </TableCell>
              </TableRow>
            </TableBody>
          ) : (
            <ActionItemRow
              key={item.id}
              item={item}
              place={place}
              narrow={narrow}
              columns={columns}
              trackers={trackers}
              dragging={dragging}
              onMove={move}
              onEdit={() => onEdit(item.id)}
            />
          ),
        )}
      </Table>
      <VisuallyHidden>
        <span role="status">{announcement}</span>
      </VisuallyHidden>
      {error && <Alert severity="error">{error}</Alert>}
    </>
  );
}
