import { makeStyles } from '@material-ui/core/styles';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { DateLabel } from '../../../ui/dates/DateLabel';
import { ComplianceStatusLabel } from '../../../ui/labels/ComplianceStatusLabel';
import { PostmortemLink } from '../../../ui/labels/PostmortemLink';
import { SeverityChip } from '../../../ui/labels/SeverityChip';
import { subtleColor } from '../../../ui/layout/subtleColor';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    ...theme.typography.body2,
  },
  title: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    marginTop: theme.spacing(0.25),
  },
  date: { color: subtleColor(theme) },
}));

/** Recent incidents, with severity and status. */
export function LastPostmortems(props: { postmortems: PostmortemSummary[] }) {
  const classes = useStyles();
  return (
    <ul className={classes.root}>
      {props.postmortems.map(postmortem => (
        <li key={postmortem.id}>
          <div className={classes.title}>
            <PostmortemLink postmortem={postmortem} />
          </div>
          <div className={classes.facts}>
            <SeverityChip
              governing={postmortem.governingSeverity}
              final={postmortem.severity}
            />
            <ComplianceStatusLabel postmortem={postmortem} />
            <span className={classes.date}>
              <DateLabel value={postmortem.startedAt} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
