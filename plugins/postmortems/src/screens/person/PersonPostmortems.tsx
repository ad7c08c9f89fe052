import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  RELATION_MEMBER_OF,
  RELATION_OWNER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EntityDisplayName,
  getEntityRelations,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { EntityRefs } from '../../ui/labels/EntityRefs';
import { ActionItemsPanel } from '../work/ActionItemsPanel';
import { MentionsPanel } from '../work/MentionsPanel';
import { PostmortemsPanel } from '../work/PostmortemsPanel';
import { unfinished, underWay } from '../work/filters';

const useStyles = makeStyles(theme => ({
  heading: {
    margin: theme.spacing(3, 0, 1),
    fontSize: theme.typography.pxToRem(20),
    fontWeight: 600,
    '&:first-child': { marginTop: 0 },
  },
}));

/** A user's Postmortems tab: their own work and their teams' work. */
export function PersonPostmortems() {
  const classes = useStyles();
  const { t } = useTexts();
  const { entity } = useEntity();
  const person = stringifyEntityRef(entity);
  const teams = getEntityRelations(entity, RELATION_MEMBER_OF)
    .map(team => stringifyEntityRef(team))
    .slice(0, LIMITS.queryValues - 1);
  // A user who owns services directly is responsible for them, like a team.
  const responsible =
    getEntityRelations(entity, RELATION_OWNER_OF).length > 0
      ? [person, ...teams]
      : teams;

  const heading = (text: ReactNode) => (
    <Typography variant="h2" className={classes.heading}>
      {text}
    </Typography>
  );

  return (
    // Remounts for another user, so that no data from the previous one is shown.
    <div key={person}>
      {heading(
        t('person.assigned', {
          person: (
            <EntityDisplayName entityRef={person} hideIcon disableTooltip />
          ),
        }),
      )}
      <PostmortemsPanel
        title={t('person.postmortems')}
        level={3}
        filter={{ ownerRef: [person], ...unfinished }}
        empty={t('person.noPostmortems')}
      />
      <ActionItemsPanel
        title={t('person.actionItems')}
        level={3}
        filter={{ ownerRef: [person], ...underWay }}
        empty={t('person.noActionItems')}
      />
      <PostmortemsPanel
        title={t('person.reviews')}
        level={3}
        filter={{ awaitingReviewBy: [person, ...teams] }}
        empty={t('person.noReviews')}
      />
      <MentionsPanel userRef={person} />
      {responsible.length > 0 && (
        <>
          {heading(
            t('person.teams', {
              teams: <EntityRefs entityRefs={responsible} max={5} />,
            }),
          )}
          <PostmortemsPanel
            title={t('person.postmortems')}
            level={3}
            filter={{ teamRef: responsible, ...unfinished }}
            empty={t('person.noTeamPostmortems')}
          />
          {teams.length > 0 && (
            <ActionItemsPanel
              title={t('person.teamActionItems')}
              level={3}
              filter={{ ownerRef: teams, ...underWay }}
              empty={t('person.noTeamActionItems')}
            />
          )}
        </>
      )}
    </div>
  );
}
