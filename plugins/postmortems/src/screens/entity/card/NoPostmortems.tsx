import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../texts/useTexts';
import { StartPostmortemButton } from '../../../ui/controls/StartPostmortemButton';
import { SubtleText } from '../../../ui/layout/SubtleText';

const useStyles = makeStyles(theme => ({
  button: { marginTop: theme.spacing(1.5) },
}));

/** The card's empty state. */
export function NoPostmortems(props: { entityRef: string }) {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <>
      <SubtleText>{t('card.none')}</SubtleText>
      <div className={classes.button}>
        <StartPostmortemButton entityRef={props.entityRef} />
      </div>
    </>
  );
}
