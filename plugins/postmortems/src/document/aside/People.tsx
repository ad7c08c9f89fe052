import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { EntityRefs } from '../../ui/labels/EntityRefs';
import { OwnerLabel } from '../../ui/labels/OwnerLabel';
import { subtleColor } from '../../ui/layout/subtleColor';
import { EditFacts } from '../facts/EditFacts';
import { useDocument } from '../useDocument';
import { useGoneRefs } from '../useGoneRefs';
import { contributorsByRole } from './people';

const useStyles = makeStyles(theme => ({
  list: { margin: 0 },
  role: {
    color: subtleColor(theme),
    fontSize: theme.typography.caption.fontSize,
    '&::first-letter': { textTransform: 'uppercase' },
  },
  people: { margin: theme.spacing(0, 0, 1) },
}));

/** Owner, commander and contributors. */
export function People() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const { commanderRef } = postmortem;
  const gone = useGoneRefs();

  return (
    <section aria-label={t('document.people.title')}>
      <Typography variant="overline" component="h3">
        {t('document.people.title')} <EditFacts group="people" />
      </Typography>
      <Typography variant="body2" component="dl" className={classes.list}>
        <dt className={classes.role}>{t('fields.ownerRef')}</dt>
        <dd className={classes.people}>
          <OwnerLabel postmortem={postmortem} gone={gone} />
        </dd>
        {commanderRef && (
          <>
            <dt className={classes.role}>{t('fields.commanderRef')}</dt>
            <dd className={classes.people}>
              <EntityRefs entityRefs={[commanderRef]} gone={gone} />
            </dd>
          </>
        )}
        {contributorsByRole(postmortem).map(({ role, userRefs }) => (
          <div key={role}>
            <dt className={classes.role}>{role}</dt>
            <dd className={classes.people}>
              {userRefs.map(userRef => (
                <div key={userRef}>
                  <EntityRefs entityRefs={[userRef]} gone={gone} />
                </div>
              ))}
            </dd>
          </div>
        ))}
      </Typography>
    </section>
  );
}
