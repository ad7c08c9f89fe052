import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { subtleColor } from '../layout/subtleColor';

const useStyles = makeStyles(theme => ({
  root: { color: subtleColor(theme), fontStyle: 'italic' },
}));

/** Marks an entity or person that is no longer in the catalog. */
export function GoneNote(props: { gone: boolean }) {
  const classes = useStyles();
  const { t } = useTexts();
  return props.gone ? (
    <span className={classes.root}> {t('entities.gone')}</span>
  ) : null;
}
