import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../../texts/useTexts';
import type { ActionItemField, ActionItemProblem } from './useActionItemWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'block',
    ...theme.typography.caption,
    // Table cells set "nowrap", which would be inherited.
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
}));

/** Shows why a change failed. */
export function ChangeProblem(props: {
  problem?: ActionItemProblem;
  /** Fields that show their own errors. */
  fields?: ActionItemField[];
}) {
  const { problem, fields = [] } = props;
  const classes = useStyles();
  const { t } = useTexts();
  if (!problem) return null;
  if (problem.field && fields.includes(problem.field)) return null;
  return (
    <span role="alert" className={classes.root}>
      {t('actionItem.notSaved', { message: problem.message })}
    </span>
  );
}
