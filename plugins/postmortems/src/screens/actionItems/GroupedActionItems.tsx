import { useState } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { ActionItemFilter } from 'backstage-plugin-postmortems-common';
import { actionItemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { LoadError } from '../../ui/feedback/LoadError';
import { SubtleText } from '../../ui/layout/SubtleText';
import { ActionItemCount } from './ActionItemCount';
import { ActionItemGroup } from './ActionItemGroup';
import type { SharedListProps } from './ActionItemList';
import { filterOfGroup } from './grouping';
import type { Grouping } from './grouping';

const useStyles = makeStyles(theme => ({
  groups: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
  },
  skeleton: { borderRadius: theme.shape.borderRadius },
}));

/** Groups of action items, most overdue first. A group's items load when it is expanded. */
export function GroupedActionItems(
  props: SharedListProps & {
    groupBy: Exclude<Grouping, 'none'>;
    filter: ActionItemFilter;
    toolbar: (count: JSX.Element) => JSX.Element;
  },
) {
  const { groupBy, filter, toolbar, ...list } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { value, error, loading, retry } = useLoaded(
    actionItemQueries.summary({ ...filter, groupBy }),
  );
  // Don't show the previous groups while another grouping loads: their names would be wrong.
  const summary = value?.groupBy === groupBy && !error ? value : undefined;
  const hasGroups = summary !== undefined && summary.groups.length > 0;
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const question = JSON.stringify([filter, list.orderField]);

  return (
    <>
      {toolbar(<ActionItemCount totalItems={summary?.overall.total} />)}
      {error && (
        <Paper variant="outlined">
          <LoadError error={error} retry={retry} action={list.clearButton} />
        </Paper>
      )}
      {summary && !hasGroups && !loading && (
        <Paper variant="outlined">{list.empty}</Paper>
      )}
      <div className={classes.groups} aria-busy={loading}>
        {!summary &&
          loading &&
          Array.from({ length: 5 }, (_group, index) => (
            <Skeleton
              key={index}
              variant="rect"
              height={44}
              className={classes.skeleton}
            />
          ))}
        {summary?.groups.map((group, index) => (
          <ActionItemGroup
            {...list}
            key={`${group.key} ${question}`}
            groupBy={groupBy}
            group={group}
            filter={filterOfGroup(filter, groupBy, group.key)}
            // Expand the most urgent group.
            open={toggled[group.key] ?? index === 0}
            onToggle={open =>
              setToggled(current => ({ ...current, [group.key]: open }))
            }
          />
        ))}
      </div>
      {summary?.truncated && (
        <SubtleText role="status">{t('compliance.truncated')}</SubtleText>
      )}
      {hasGroups && (groupBy === 'team' || groupBy === 'entity') && (
        <SubtleText variant="caption">
          {t(`actionItemList.overlap.${groupBy}`)}
        </SubtleText>
      )}
    </>
  );
}
