import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { errorStatus } from '../../data/errors';
import { useTexts } from '../../texts/useTexts';
import { DeadlinePreview } from '../../ui/fields/DeadlinePreview';
import type { PreviewState } from '../../ui/fields/useDeadlinePreview';
import { EntityRefs } from '../../ui/labels/EntityRefs';
import { SubtleText } from '../../ui/layout/SubtleText';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2) },
  teams: { marginTop: theme.spacing(2) },
}));

/** Previews the deadline and owning teams for the facts entered so far. */
export function PreviewCard(props: { state: PreviewState }) {
  const { preview, error } = props.state;
  const classes = useStyles();
  const { t } = useTexts();
  const isWrongInput = error !== undefined && errorStatus(error) === 400;

  return (
    <Paper
      variant="outlined"
      component="section"
      className={classes.root}
      aria-label={t('fields.preview.title')}
    >
      <Typography variant="overline" component="h3">
        {t('fields.preview.title')}
      </Typography>
      {isWrongInput ? (
        <SubtleText>{t('fields.preview.fixFirst')}</SubtleText>
      ) : (
        <DeadlinePreview state={props.state} />
      )}
      {preview && preview.teamRefs.length > 0 && (
        <Typography variant="body2" className={classes.teams}>
          {t('create.teams', { count: preview.teamRefs.length })}{' '}
          <EntityRefs entityRefs={preview.teamRefs} />
        </Typography>
      )}
    </Paper>
  );
}
