import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { PostmortemLink } from '../../ui/labels/PostmortemLink';
import { Link } from '../../ui/navigation/Link';
import type { CreateValues } from './useCreateForm';
import { useOverlaps } from './useOverlaps';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(2) },
  list: { margin: theme.spacing(1, 0, 0), paddingLeft: theme.spacing(2.5) },
}));

/** Warns that the incident may already have a postmortem, or be waiting for one. */
export function OverlapWarning(props: { values: CreateValues }) {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortems, incidents } = useOverlaps(props.values);

  return (
    <div role="status">
      {postmortems.length + incidents.length > 0 && (
        <Alert severity="warning" className={classes.root}>
          <strong>{t('create.overlap.title')}</strong>
          <div>{t('create.overlap.text')}</div>
          <ul className={classes.list}>
            {postmortems.map(postmortem => (
              <li key={postmortem.id}>
                <PostmortemLink postmortem={postmortem} />
              </li>
            ))}
            {incidents.map(({ id, sourceTitle, key, title, url }) => {
              const name = t('unstarted.cover.incident', {
                source: sourceTitle,
                key,
                title,
              });
              return (
                <li key={id}>
                  {url ? <Link to={url}>{name}</Link> : name}{' '}
                  {t('create.overlap.waiting')}
                </li>
              );
            })}
          </ul>
        </Alert>
      )}
    </div>
  );
}
