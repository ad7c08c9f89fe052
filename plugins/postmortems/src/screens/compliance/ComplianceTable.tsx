import type { ReactNode } from 'react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableFooter from '@material-ui/core/TableFooter';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ComplianceFigures,
  ComplianceGroupBy,
  ComplianceReport,
  ComplianceStatus,
} from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { dueStatuses } from '../../ui/charts/rate';
import { useTimeWords } from '../../ui/dates/useTimeWords';
import { Hint } from '../../ui/feedback/Hint';
import { SkeletonRows } from '../../ui/feedback/SkeletonRows';
import type { UrlFilter } from '../../ui/filters/filter';
import { complianceStatusKeys } from '../../ui/labels/keys';
import { statusColors } from '../../ui/labels/statusColors';
import { subtleColor } from '../../ui/layout/subtleColor';
import { Link } from '../../ui/navigation/Link';
import { GroupName } from './GroupName';
import { Rate } from './Rate';
import { groupFilter } from './groupFilter';

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
  },
  // Keeps the group's name visible while scrolling sideways.
  name: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    backgroundColor: 'inherit',
    maxWidth: 220,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    // Touch screens can't hover to read a truncated name.
    [theme.breakpoints.down('xs')]: {
      minWidth: 110,
      maxWidth: 130,
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
  listLink: (filter: UrlFilter) => string;
  className?: string;
}) {
  const { name, figures, filter, listLink, className } = props;
  const classes = useStyles();
  const words = useTimeWords();
  const number = `${classes.cell} ${classes.number}`;
  const { medianHoursToPublish } = figures;

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
          to={listLink({ ...filter, complianceStatus: dueStatuses })}
          exceptionsTo={listLink({
            ...filter,
            complianceStatus: dueStatuses,
            hasExceptions: 'true',
          })}
        />
      </TableCell>
      {statuses.map(status => (
        <TableCell key={status} className={number}>
          <Count
            value={figures.counts[status]}
            to={listLink({ ...filter, complianceStatus: [status] })}
            alarming={status === 'overdue'}
          />
        </TableCell>
      ))}
      <TableCell className={number}>
        <Count value={figures.total} to={listLink(filter)} />
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

/** Figures for each group and in total, each linked to its list. */
export function ComplianceTable(props: {
  groupBy: ComplianceGroupBy;
  /** Undefined during the first load. */
  report?: ComplianceReport;
  filter: UrlFilter;
  listLink: (filter: UrlFilter) => string;
}) {
  const { groupBy, report, filter, listLink } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const numberHead = `${classes.head} ${classes.number}`;

  return (
    <TableContainer>
      <Table size="small" aria-label={t('compliance.title')}>
        <TableHead>
          <TableRow className={classes.row}>
            <TableCell className={`${classes.head} ${classes.name}`}>
              {t(`compliance.by.${groupBy}`)}
            </TableCell>
            <TableCell className={classes.head}>
              {t('compliance.onTime')}
            </TableCell>
            {statuses.map(status => (
              <TableCell key={status} className={numberHead}>
                {t(`complianceStatus.${complianceStatusKeys[status]}`)}
              </TableCell>
            ))}
            <TableCell className={numberHead}>{t('compliance.all')}</TableCell>
            <TableCell className={numberHead}>
              <Hint title={t('compliance.medianHint')}>
                {t('compliance.median')}
              </Hint>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {!report && (
            <SkeletonRows
              rows={6}
              columns={statuses.length + 4}
              className={classes.cell}
            />
          )}
          {report?.groups.map(group => (
            <FiguresRow
              key={group.key}
              name={<GroupName groupBy={groupBy} groupKey={group.key} />}
              figures={group}
              filter={groupFilter(filter, groupBy, group.key)}
              listLink={listLink}
            />
          ))}
        </TableBody>
        {report && (
          <TableFooter>
            <FiguresRow
              name={t('compliance.overall')}
              figures={report.overall}
              filter={filter}
              listLink={listLink}
              className={classes.overall}
            />
          </TableFooter>
        )}
      </Table>
    </TableContainer>
  );
}
