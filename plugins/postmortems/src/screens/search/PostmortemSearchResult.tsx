import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import type { PostmortemSearchDocument } from 'backstage-plugin-postmortems-common';
import { postmortemRouteRef } from '../../routes';
import { DateLabel } from '../../ui/dates/DateLabel';
import { MarkedText } from '../../ui/labels/MarkedText';
import { SeverityChip } from '../../ui/labels/SeverityChip';
import { StatusLabel } from '../../ui/labels/StatusLabel';
import { subtleColor } from '../../ui/layout/subtleColor';
import { Link } from '../../ui/navigation/Link';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { excerptOf, segmentsOf } from './excerpt';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', gap: theme.spacing(2), minWidth: 0 },
  icon: { display: 'flex', color: subtleColor(theme) },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    marginTop: theme.spacing(0.5),
    ...theme.typography.body2,
    color: subtleColor(theme),
  },
}));

export interface PostmortemSearchResultProps {
  /** A `PostmortemSearchDocument`. */
  result?: SearchDocument;
  highlight?: ResultHighlight;
  icon?: ReactNode;
}

/** A postmortem in the results of the portal's search. */
export function PostmortemSearchResult(props: PostmortemSearchResultProps) {
  const { result, highlight, icon } = props;
  const classes = useStyles();
  const pathOf = useRouteRef(postmortemRouteRef);
  if (!result) return null;

  const document = result as PostmortemSearchDocument;
  const segments = (field: 'title' | 'text') =>
    highlight?.fields[field]
      ? segmentsOf({ ...highlight, text: highlight.fields[field] })
      : [{ text: document[field] }];
  return (
    <div className={classes.root}>
      {icon && <span className={classes.icon}>{icon}</span>}
      <div className={classes.text}>
        <Typography variant="h6" component="div">
          <Link to={pathOf({ id: document.postmortemId })} noTrack>
            <MarkedText segments={segments('title')} />
          </Link>
        </Typography>
        <Typography variant="body2" component="div">
          <MarkedText segments={excerptOf(segments('text'))} />
        </Typography>
        <div className={classes.facts}>
          <SeverityChip
            governing={document.governingSeverity}
            final={document.severity}
          />
          <span>
            <StatusLabel status={document.status} />
          </span>
          <DateLabel value={document.startedAt} />
        </div>
      </div>
    </div>
  );
}
