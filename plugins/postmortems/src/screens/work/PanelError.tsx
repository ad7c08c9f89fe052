import { makeStyles } from '@material-ui/core/styles';
import { errorText } from '../../data/errors';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { SubtleText } from '../../ui/layout/SubtleText';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(0, 2, 1.5) },
}));

/** A short error in place of one panel. Other panels may have loaded. */
export function PanelError(props: { error: Error; retry: () => void }) {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <div className={classes.root}>
      <SubtleText role="alert" component="div">
        {t('work.error', { message: errorText(props.error) })}{' '}
        <Button size="small" onClick={props.retry}>
          {t('state.retry')}
        </Button>
      </SubtleText>
    </div>
  );
}
