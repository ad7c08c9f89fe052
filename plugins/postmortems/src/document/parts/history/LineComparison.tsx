import { Fragment, useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { subtleColor } from '../../../ui/layout/subtleColor';
import { compareLines } from '../../editor/compareLines';
import type { ComparedLine } from '../../editor/compareLines';

/** Number of unchanged lines to show before and after a change. */
const CONTEXT = 1;

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    margin: 0,
    maxHeight: '20rem',
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  line: { display: 'block', padding: theme.spacing(0, 1), minHeight: '1.5em' },
  same: { color: subtleColor(theme) },
  removed: {
    borderLeft: `3px solid ${subtleColor(theme)}`,
    backgroundColor: theme.palette.action.hover,
  },
  added: {
    borderLeft: `3px solid ${theme.palette.primary.main}`,
    backgroundColor: theme.palette.action.selected,
  },
  label: {
    padding: theme.spacing(0, 1),
    color: subtleColor(theme),
    userSelect: 'none',
  },
}));

/** Groups consecutive lines of the same kind, and shortens unchanged ones to the context. */
function toRuns(lines: ComparedLine[]): ComparedLine[][] {
  const near = lines.map((_, index) =>
    lines
      .slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1)
      .some(other => other.kind !== 'same'),
  );
  const runs: ComparedLine[][] = [];
  lines.forEach((line, index) => {
    if (!near[index]) return;
    const last = runs[runs.length - 1];
    if (last?.[0].kind === line.kind && near[index - 1]) last.push(line);
    else runs.push([line]);
  });
  return runs;
}

/** Compares two versions of a text. Changed lines are marked by color and by text. */
export function LineComparison(props: {
  before: string;
  after: string;
  beforeLabel: string;
  afterLabel: string;
}) {
  const { before, after } = props;
  const classes = useStyles();
  const labels = {
    removed: props.beforeLabel,
    added: props.afterLabel,
    same: undefined,
  };
  const runs = useMemo(
    () => toRuns(compareLines(before, after)),
    [before, after],
  );

  return (
    <div className={classes.root}>
      {runs.map((run, index) => (
        <Fragment key={index}>
          {labels[run[0].kind] && (
            <Typography variant="caption" className={classes.label}>
              {labels[run[0].kind]}
            </Typography>
          )}
          {run.map((line, at) => (
            <span key={at} className={`${classes.line} ${classes[line.kind]}`}>
              {line.text}
            </span>
          ))}
        </Fragment>
      ))}
    </div>
  );
}
