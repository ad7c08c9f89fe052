import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import {
  RouterLink,
  identityApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import Link from '@material-ui/core/Link';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import Typography from '@material-ui/core/Typography';
import BuildIcon from '@material-ui/icons/Build';
import CreateIcon from '@material-ui/icons/Create';
import GroupIcon from '@material-ui/icons/Group';
import TimelineIcon from '@material-ui/icons/Timeline';

/** Introduces the demo, with a first step for each kind of user. */
export function Welcome() {
  const team = useTeam();
  return (
    <>
      <Typography paragraph>
        This is a demo of the Postmortems plugin in the developer portal of
        Halyard, a fictional company. Its services, teams and people are made
        up. The incidents are well-known public ones, adapted to those services,
        and each links to its public report.
      </Typography>
      <List disablePadding>
        <Step
          icon={<BuildIcon />}
          to="/catalog/default/component/dns/postmortems"
          title="Open a service, such as DNS"
        >
          See what went wrong before and whether it was fixed.
        </Step>
        <Step
          icon={<GroupIcon />}
          to={tabOf(team ?? 'group:default/network')}
          title={
            team ? 'Open your team' : 'Open a team, such as Network and DNS'
          }
        >
          See which postmortems are overdue and who owns them.
        </Step>
        <Step
          icon={<TimelineIcon />}
          to="/postmortems"
          title="View all postmortems"
        >
          Search and filter postmortems, and see how many were on time.
        </Step>
        <Step
          icon={<CreateIcon />}
          to="/postmortems/new"
          title="Start a postmortem"
        >
          See the deadline as you enter the facts.
        </Step>
      </List>
    </>
  );
}

function tabOf(teamRef: string): string {
  const [kind, namespace, name] = teamRef.split(/[:/]/);
  return `/catalog/${namespace}/${kind}/${name}/postmortems`;
}

/** The signed-in user's first team, if they have one. */
function useTeam(): string | undefined {
  const identity = useApi(identityApiRef);
  const [team, setTeam] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    identity.getBackstageIdentity().then(({ ownershipEntityRefs }) => {
      if (!isCurrent) return;
      setTeam(ownershipEntityRefs.find(ref => ref.startsWith('group:')));
    });
    return () => {
      isCurrent = false;
    };
  }, [identity]);
  return team;
}

function Step(props: {
  icon: ReactNode;
  to: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <ListItem disableGutters>
      <ListItemIcon>{props.icon}</ListItemIcon>
      <ListItemText
        primary={
          <Link component={RouterLink} href={props.to}>
            {props.title}
          </Link>
        }
        secondary={props.children}
      />
    </ListItem>
  );
}
