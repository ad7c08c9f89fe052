import { useRef } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useKnownPermission } from '../../data/useKnownPermission';
import { postmortemCreatePermission } from 'backstage-plugin-postmortems-common';
import { useAuthor } from '../../data/drafts/useAuthor';
import { useTexts } from '../../texts/useTexts';
import { UnsavedGuard } from '../../ui/dialogs/useUnsaved';
import { StateMessage } from '../../ui/feedback/StateMessage';
import { PageContent } from '../../ui/layout/PageContent';
import { CreateForm } from './CreateForm';

const useStyles = makeStyles(theme => ({
  heading: { marginBottom: theme.spacing(2) },
  title: { marginBottom: 0 },
}));

/** The page at `/postmortems/new`; `?entityRef=` preselects an entity. */
export function NewPostmortemPage() {
  const classes = useStyles();
  const { t } = useTexts();
  const { allowed, loading } = useKnownPermission({
    permission: postmortemCreatePermission,
  });

  useAuthor();
  // A partly filled form stays open even if the permission is lost.
  const wasAllowed = useRef(false);
  if (allowed) wasAllowed.current = true;

  if (!wasAllowed.current) {
    return (
      <PageContent title={t('create.title')}>
        {!loading && (
          <StateMessage role="alert" title={t('create.forbiddenTitle')}>
            {t('create.forbiddenText')}
          </StateMessage>
        )}
      </PageContent>
    );
  }
  return (
    <PageContent title={t('create.title')}>
      <div className={classes.heading}>
        <Typography variant="h4" component="h2" className={classes.title}>
          {t('create.title')}
        </Typography>
        <Typography variant="body2">{t('create.description')}</Typography>
      </div>
      <UnsavedGuard>
        <CreateForm />
      </UnsavedGuard>
    </PageContent>
  );
}
