import { makeStyles } from '@material-ui/core/styles';
import type { ActionItemPriority } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../../texts/useTexts';
import { Hint } from '../../../../ui/feedback/Hint';

const useStyles = makeStyles({
  P0: { fontWeight: 700 },
  P1: { fontWeight: 600 },
  P2: {},
  P3: {},
});

/** A priority. More urgent ones are bolder. */
export function PriorityLabel(props: { priority: ActionItemPriority }) {
  const { priority } = props;
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <Hint title={t(`actionItem.priorityHint.${priority}`)}>
      <span className={classes[priority]}>{priority}</span>
    </Hint>
  );
}
