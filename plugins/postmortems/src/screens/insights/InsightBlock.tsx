import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import type { CsvColumn } from '../../ui/csv/columns';
import { SaveCsv } from '../../ui/csv/SaveCsv';
import { subtleColor } from '../../ui/layout/subtleColor';
import { FigureTable } from '../../ui/table/FigureTable';
import type { FigureColumn } from '../../ui/table/FigureTable';
import { useGridStyles } from './useGridStyles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    padding: theme.spacing(2),
    breakInside: 'avoid',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 1),
    minHeight: 32,
  },
  title: { fontSize: theme.typography.pxToRem(14), color: subtleColor(theme) },
  actions: { marginLeft: 'auto', whiteSpace: 'nowrap' },
  finding: {
    fontSize: theme.typography.pxToRem(17),
    lineHeight: 1.35,
    fontWeight: 600,
    marginBottom: theme.spacing(1.5),
    textWrap: 'pretty',
  },
  note: {
    marginTop: 'auto',
    paddingTop: theme.spacing(1),
    color: subtleColor(theme),
  },
}));

/** An insight: its finding in a sentence, the chart, and the numbers as a table and as CSV. */
export function InsightBlock<T>(props: {
  /** Name of the CSV file, without the extension. */
  name: string;
  title: string;
  finding: ReactNode;
  /** Shown until the user switches to the table. Without a chart, the table is always shown. */
  chart?: ReactNode;
  columns: FigureColumn<T>[];
  /** Columns of the CSV file. Default: those of the table. */
  csvColumns?: CsvColumn<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  /** Takes up the whole width. */
  isWide?: boolean;
  /** What the numbers leave out. */
  note?: ReactNode;
}) {
  const { name, title, finding, chart, columns, rows, rowKey, note } = props;
  const classes = useStyles();
  const grid = useGridStyles();
  const { t } = useTexts();
  const id = useId();
  const [wantsTable, setWantsTable] = useState(false);
  const isEmpty = rows.length === 0;

  return (
    <Paper
      variant="outlined"
      component="section"
      aria-labelledby={id}
      className={`${classes.root} ${props.isWide ? grid.wide : ''}`}
    >
      <div className={classes.head}>
        <Typography id={id} component="h2" className={classes.title}>
          {title}
        </Typography>
        {!isEmpty && (
          <div className={classes.actions}>
            {chart && (
              <Button
                size="small"
                aria-pressed={wantsTable}
                aria-label={t('insights.asTableOf', { subject: title })}
                onClick={() => setWantsTable(!wantsTable)}
              >
                {t('insights.asTable')}
              </Button>
            )}
            <SaveCsv
              name={name}
              subject={title}
              columns={props.csvColumns ?? columns}
              rows={rows}
            />
          </div>
        )}
      </div>
      <Typography component="p" className={classes.finding}>
        {finding}
      </Typography>
      {!isEmpty &&
        (chart && !wantsTable ? (
          chart
        ) : (
          <FigureTable
            label={title}
            columns={columns}
            rows={rows}
            rowKey={rowKey}
          />
        ))}
      {note && (
        <Typography variant="caption" component="p" className={classes.note}>
          {note}
        </Typography>
      )}
    </Paper>
  );
}
