import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { errorText } from '../../data/errors';
import type { BulkOutcome } from './useBulkChange';

const useStyles = makeStyles(theme => ({
  refused: {
    margin: theme.spacing(1, 0, 0),
    paddingLeft: theme.spacing(2.5),
    maxHeight: 180,
    overflowY: 'auto',
  },
}));

/** Shows how many rows changed and why the others were rejected. */
export function BulkResult(props: {
  outcome: BulkOutcome;
  words: {
    done: (count: number) => string;
    refused: (count: number) => string;
    failed: (message: string) => string;
  };
  refusal: (row: BulkOutcome['refused'][number]) => ReactNode;
  onClose: () => void;
}) {
  const { outcome, words, refusal, onClose } = props;
  const { done, refused, failure } = outcome;
  const classes = useStyles();
  const severity = refused.length > 0 || failure ? 'warning' : 'success';

  return (
    <Alert severity={severity} onClose={onClose}>
      {words.done(done)}
      {refused.length > 0 && (
        <>
          {' '}
          {words.refused(refused.length)}
          <ul className={classes.refused}>
            {refused.map(row => (
              <li key={row.id}>{refusal(row)}</li>
            ))}
          </ul>
        </>
      )}
      {failure && <> {words.failed(errorText(failure))}</>}
    </Alert>
  );
}
