import type { CSSProperties, ReactNode } from 'react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableFooter from '@material-ui/core/TableFooter';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import type {
  ComplianceFigures,
  ComplianceGroupBy,
  ComplianceReport,
  ComplianceStatus,
} from 'backstage-plugin-postmortems-common';
import { usePolicy } from '../../data/usePolicy';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { dueStatuses } from '../../ui/charts/rate';
import { IconButton } from '../../ui/controls/IconButton';
import { useTimeWords } from '../../ui/dates/useTimeWords';
import { Hint } from '../../ui/feedback/Hint';
import { SkeletonRows } from '../../ui/feedback/SkeletonRows';
import type { UrlFilter } from '../../ui/filters/filter';
import { complianceStatusKeys } from '../../ui/labels/keys';
import { statusColors } from '../../ui/labels/statusColors';
import { subtleColor } from '../../ui/layout/subtleColor';
import { Link } from '../../ui/navigation/Link';
import { useFocusRing } from '../../ui/focus/useFocusRing';
import { GroupName } from './GroupName';
import type { GroupRow } from './groupTree';
import type { GroupOrderField } from './orderGroups';
import { Rate } from './Rate';
import { groupFilter } from './groupFilter';
import type { ComplianceLinks } from './views';

/** Statuses in display order. Those that need action come first. */
const statuses: ComplianceStatus[] = [
  'overdue',
  'late',
  'met',
  'due-soon',
  'on-track',
  'pending',
  'waived',
  'claimed',
  'not-required',
];

const useStyles = makeStyles(theme => ({
  cell: {
    padding: theme.spacing(0.75, 1),
    fontSize: theme.typography.pxToRem(14),
    color: theme.palette.text.primary,
    whiteSpace: 'nowrap',
    // All columns fit on A4.
    '@media print': { padding: '2px 3px', fontSize: 10, whiteSpace: 'normal' },
  },
  head: {
    ...theme.typography.caption,
    padding: theme.spacing(1),
    verticalAlign: 'bottom',
    textTransform: 'none',
    color: subtleColor(theme),
    // The theme breaks words anywhere, which is hard to read in narrow columns.
    wordBreak: 'normal',
    whiteSpace: 'normal',
    // Also the hint, so that all columns fit at 1440 px.
    '& span': { whiteSpace: 'normal' },
    '@media print': { padding: '2px 3px', fontSize: 8 },
  },
  // Keeps the group's name visible while scrolling sideways.
  name: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    backgroundColor: 'inherit',
    maxWidth: 280,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    // Touch screens can't hover to read a truncated name.
    [theme.breakpoints.down('xs')]: {
      minWidth: 130,
      maxWidth: 150,
      whiteSpace: 'normal',
      wordBreak: 'normal',
      overflowWrap: 'anywhere',
    },
  },
  // Opaque, because numbers scroll behind the name.
  row: {
    '&&': { backgroundColor: theme.palette.background.paper },
    '&&:hover': { backgroundColor: theme.palette.background.default },
  },
  hierarchy: {
    display: 'flex',
    alignItems: 'center',
    paddingLeft: 'calc(var(--depth) * 16px)',
    [theme.breakpoints.down('xs')]: {
      alignItems: 'start',
      paddingLeft: 'calc(var(--depth) * 4px)',
    },
  },
  level: {
    // Room for descenders and underlines.
    padding: theme.spacing(0.25, 0),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    [theme.breakpoints.down('xs')]: { whiteSpace: 'normal' },
  },
  // As wide as the button of groups that have subgroups.
  noSubgroups: {
    flex: 'none',
    width: 28,
    [theme.breakpoints.down('xs')]: { width: 20 },
    '@media print': { width: 0 },
  },
  toggle: {
    flex: 'none',
    padding: 4,
    margin: theme.spacing(-0.5, 0),
    // Leaves more space for the name on narrow screens.
    [theme.breakpoints.down('xs')]: { padding: 0 },
  },
  sortIcon: { fontSize: 14, margin: theme.spacing(0, 0.25) },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  zero: { color: subtleColor(theme) },
  overdue: {
    color: statusColors(theme.palette.type).overdue,
    fontWeight: 600,
  },
  overall: { '& $cell': { fontWeight: 600, borderBottom: 'none' } },
}));

/** A count, linked to its list unless it is zero. */
function Count(props: { value: number; to: string; alarming?: boolean }) {
  const { value, to, alarming } = props;
  const locale = useLocale();
  const classes = useStyles();
  if (value === 0) return <span className={classes.zero}>0</span>;
  return (
    <Link to={to} className={alarming ? classes.overdue : undefined}>
      {value.toLocaleString(locale)}
    </Link>
  );
}

function FiguresRow(props: {
  name: ReactNode;
  figures: ComplianceFigures;
  filter: UrlFilter;
  links: ComplianceLinks;
  showsUncovered: boolean;
  className?: string;
}) {
  const { name, figures, filter, links, showsUncovered, className } = props;
  const classes = useStyles();
  const words = useTimeWords();
  const number = `${classes.cell} ${classes.number}`;
  const { medianHoursToPublish, uncovered = 0 } = figures;

  return (
    <TableRow className={`${classes.row} ${className ?? ''}`}>
      <TableCell
        component="th"
        scope="row"
        role="rowheader"
        className={`${classes.cell} ${classes.name}`}
      >
        {name}
      </TableCell>
      <TableCell className={classes.cell}>
        <Rate
          figures={figures}
          to={links.postmortems({ ...filter, complianceStatus: dueStatuses })}
          exceptionsTo={links.postmortems({
            ...filter,
            complianceStatus: dueStatuses,
            hasExceptions: 'true',
          })}
        />
      </TableCell>
      {showsUncovered && (
        <TableCell className={number}>
          <Count value={uncovered} to={links.incidents(filter)} alarming />
        </TableCell>
      )}
      {statuses.map(status => (
        <TableCell key={status} className={number}>
          <Count
            value={figures.counts[status]}
            to={links.postmortems({ ...filter, complianceStatus: [status] })}
            alarming={status === 'overdue'}
          />
        </TableCell>
      ))}
      <TableCell className={number}>
        <Count value={figures.total} to={links.postmortems(filter)} />
      </TableCell>
      <TableCell className={number}>
        {medianHoursToPublish === undefined ? (
          <span className={classes.zero}>–</span>
        ) : (
          words.exactly(medianHoursToPublish * 3_600_000)
        )}
      </TableCell>
    </TableRow>
  );
}

/** A column's header. Clicking it sorts by the column. */
function SortHead(props: {
  field: GroupOrderField;
  orderField: string;
  onSort: (field: GroupOrderField) => void;
  className: string;
  children: ReactNode;
}) {
  const { field, orderField, onSort, className, children } = props;
  const classes = useStyles();
  const focusRing = useFocusRing();
  const [current, direction] = orderField.split(',') as [
    string,
    'asc' | 'desc',
  ];
  const active = current === field;
  return (
    <TableCell className={className} sortDirection={active ? direction : false}>
      <TableSortLabel
        {...focusRing}
        classes={{ icon: classes.sortIcon }}
        hideSortIcon
        active={active}
        direction={active ? direction : 'asc'}
        onClick={() => onSort(field)}
      >
        {children}
      </TableSortLabel>
    </TableCell>
  );
}

/** A group's name, indented below its parent, with a button that shows its subgroups. */
function NestedName(props: {
  row: GroupRow;
  groupBy: ComplianceGroupBy;
  onToggle: (key: string) => void;
}) {
  const { row, groupBy, onToggle } = props;
  const { group, depth, open } = row;
  const classes = useStyles();
  const { t } = useTexts();
  const name = <GroupName groupBy={groupBy} groupKey={group.key} />;
  return (
    <div
      className={classes.hierarchy}
      style={{ '--depth': depth } as CSSProperties}
    >
      {open === undefined ? (
        <span className={classes.noSubgroups} />
      ) : (
        <IconButton
          className={classes.toggle}
          label={t(
            open ? 'compliance.hideSubteams' : 'compliance.showSubteams',
            {
              team: group.key.split('/')[1],
            },
          )}
          aria-expanded={open}
          onClick={() => onToggle(group.key)}
        >
          {open ? (
            <ExpandMoreIcon fontSize="small" />
          ) : (
            <ChevronRightIcon fontSize="small" />
          )}
        </IconButton>
      )}
      <span className={classes.level}>{name}</span>
    </div>
  );
}

/** Figures for each group and in total, each linked to its list. */
export function ComplianceTable(props: {
  groupBy: ComplianceGroupBy;
  /** Undefined during the first load. */
  report?: ComplianceReport;
  rows: GroupRow[];
  filter: UrlFilter;
  orderField: string;
  onSort: (field: GroupOrderField) => void;
  onToggle: (key: string) => void;
  links: ComplianceLinks;
}) {
  const { groupBy, report, rows, filter, links, onToggle } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const numberHead = `${classes.head} ${classes.number}`;
  const sorting = { orderField: props.orderField, onSort: props.onSort };
  const hasSources = Boolean(usePolicy()?.incidentSources.length);
  const showsUncovered = hasSources || (report?.overall.uncovered ?? 0) > 0;
  const isNested = rows.some(({ open }) => open !== undefined);

  return (
    <TableContainer>
      <Table size="small" aria-label={t('compliance.title')}>
        <TableHead>
          <TableRow className={classes.row}>
            <SortHead
              {...sorting}
              field="key"
              className={`${classes.head} ${classes.name}`}
            >
              {t(`compliance.by.${groupBy}`)}
            </SortHead>
            <SortHead {...sorting} field="rate" className={classes.head}>
              {t('compliance.onTime')}
            </SortHead>
            {showsUncovered && (
              <SortHead {...sorting} field="uncovered" className={numberHead}>
                {t('compliance.uncovered')}
              </SortHead>
            )}
            {statuses.map(status => (
              <SortHead
                {...sorting}
                key={status}
                field={status}
                className={numberHead}
              >
                {t(`complianceStatus.${complianceStatusKeys[status]}`)}
              </SortHead>
            ))}
            <SortHead {...sorting} field="total" className={numberHead}>
              {t('compliance.all')}
            </SortHead>
            <SortHead {...sorting} field="median" className={numberHead}>
              <Hint title={t('compliance.medianHint')}>
                {t('compliance.median')}
              </Hint>
            </SortHead>
          </TableRow>
        </TableHead>
        <TableBody>
          {!report && (
            <SkeletonRows
              rows={6}
              columns={statuses.length + (showsUncovered ? 5 : 4)}
              className={classes.cell}
            />
          )}
          {rows.map(row => (
            <FiguresRow
              key={row.path}
              name={
                isNested ? (
                  <NestedName row={row} groupBy={groupBy} onToggle={onToggle} />
                ) : (
                  <GroupName groupBy={groupBy} groupKey={row.group.key} />
                )
              }
              figures={row.group}
              filter={groupFilter(filter, groupBy, row.group.key)}
              links={links}
              showsUncovered={showsUncovered}
            />
          ))}
        </TableBody>
        {report && (
          <TableFooter>
            <FiguresRow
              name={t('compliance.overall')}
              figures={report.overall}
              filter={filter}
              links={links}
              showsUncovered={showsUncovered}
              className={classes.overall}
            />
          </TableFooter>
        )}
      </Table>
    </TableContainer>
  );
}
