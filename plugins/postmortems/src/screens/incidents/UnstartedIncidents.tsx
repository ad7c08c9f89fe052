import { useState } from 'react';
import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Progress } from '@backstage/core-components';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { PostmortemFilter } from 'backstage-plugin-postmortems-common';
import { FIRST_UNSTARTED } from '../../data/initialQueries';
import { useTexts } from '../../texts/useTexts';
import { errorStatus } from '../../data/errors';
import { useStoredFlag } from '../../data/useStoredFlag';
import { Button } from '../../ui/controls/Button';
import type { PostmortemFilterName } from '../../ui/filters/FilterBar';
import { toApiFilter } from '../../ui/filters/filter';
import { useUrlFilter } from '../../ui/filters/useUrlFilter';
import { PanelError } from '../work/PanelError';
import { UnstartedDraft } from './UnstartedDraft';
import { BlockedIncident } from './BlockedIncident';
import { useUnstarted } from './useUnstarted';

/** Key under which the browser remembers that the section is collapsed. */
const COLLAPSED = 'postmortems/unstarted-collapsed';

const NO_FILTERS: PostmortemFilterName[] = [];

const useStyles = makeStyles(theme => ({
  root: {
    marginBottom: theme.spacing(2),
    borderLeft: `4px solid ${theme.palette.primary.main}`,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: theme.spacing(0.5, 1, 0.5, 2),
  },
  title: { fontWeight: 600 },
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  all: { margin: theme.spacing(0.5, 1) },
}));

/**
 * Incidents that need a postmortem, shown above a list so that they aren't missed. Hidden if there
 * are none. The list is rendered only after they have loaded; otherwise they would push it down
 * while someone is reading it.
 */
export function UnstartedIncidents(props: {
  scope?: PostmortemFilter;
  /** Filters of the list below; they apply here too. */
  filters?: PostmortemFilterName[];
  children: ReactNode;
}) {
  const { scope, filters = NO_FILTERS } = props;
  const [limit, setLimit] = useState<number>(FIRST_UNSTARTED);
  const { filter } = useUrlFilter(filters);
  const unstarted = useUnstarted({ ...toApiFilter(filter), ...scope }, limit);
  const [isKnown, setKnown] = useState(false);
  if (!isKnown && !unstarted.loading) setKnown(true);

  return (
    <>
      {isKnown ? (
        <Strip
          unstarted={unstarted}
          showAll={
            limit === FIRST_UNSTARTED
              ? () => setLimit(LIMITS.pageSize)
              : undefined
          }
        />
      ) : (
        <Progress />
      )}
      <div hidden={!isKnown}>{props.children}</div>
    </>
  );
}

function Strip(props: {
  unstarted: ReturnType<typeof useUnstarted>;
  /** Shows all of them. Undefined if they have already been requested. */
  showAll: (() => void) | undefined;
}) {
  const { showAll } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { value, error, retry } = props.unstarted;
  const [isCollapsed, setCollapsed] = useStoredFlag(COLLAPSED);

  // The list itself reports an invalid filter and offers to clear it.
  if (error && errorStatus(error) === 400) return null;
  if (error) return <PanelError error={error} retry={retry} />;
  if (!value) return null;
  const { drafts, waiting } = value;
  const count = (drafts.totalItems ?? 0) + (waiting.totalItems ?? 0);
  if (count === 0) return null;

  const title = t('unstarted.title', { count });
  return (
    <Paper
      variant="outlined"
      component="section"
      className={classes.root}
      aria-label={title}
    >
      <div className={classes.head}>
        <Typography variant="body1" component="h2" className={classes.title}>
          {title}
        </Typography>
        <Button
          size="small"
          aria-expanded={!isCollapsed}
          onClick={() => setCollapsed(!isCollapsed)}
        >
          {t(isCollapsed ? 'unstarted.show' : 'unstarted.hide')}
        </Button>
      </div>
      <ul className={classes.list} hidden={isCollapsed}>
        {drafts.items.map(postmortem => (
          <UnstartedDraft key={postmortem.id} postmortem={postmortem} />
        ))}
        {waiting.items.map(incident => (
          <BlockedIncident
            key={incident.id}
            incident={incident}
            onCovered={retry}
          />
        ))}
      </ul>
      {!isCollapsed &&
        showAll &&
        drafts.items.length + waiting.items.length < count && (
          <Button size="small" className={classes.all} onClick={showAll}>
            {t('unstarted.showAll', { value: String(count) })}
          </Button>
        )}
    </Paper>
  );
}
