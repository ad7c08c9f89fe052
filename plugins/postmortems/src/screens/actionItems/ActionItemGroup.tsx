import { useState } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { PlainButton } from '../../ui/controls/PlainButton';
import { ActionItemList } from './ActionItemList';
import type { SharedListProps } from './ActionItemList';
import { GroupCounts } from './GroupCounts';
import { GroupName } from './GroupName';
import type { Grouping } from './grouping';
import type {
  ActionItemFilter,
  ActionItemSummary,
} from 'backstage-plugin-postmortems-common';
import { actionItemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';

const useStyles = makeStyles(theme => ({
  root: { overflow: 'hidden' },
  heading: { margin: 0, ...theme.typography.body1 },
  button: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-start',
    gap: theme.spacing(0, 1),
    width: '100%',
    padding: theme.spacing(1.25, 2, 1.25, 1),
    font: 'inherit',
    textAlign: 'left',
    color: theme.palette.text.primary,
    '&:hover, &:focus-visible': {
      backgroundColor: theme.palette.action.hover,
    },
  },
  name: {
    flex: '1 1 200px',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: 600,
  },
  items: { borderTop: `1px solid ${theme.palette.divider}` },
}));

type GroupProps = SharedListProps & {
  groupBy: Exclude<Grouping, 'none'>;
  group: ActionItemSummary['groups'][number];
  /** The filter that matches the group. */
  filter: ActionItemFilter;
};

/** The action items in an expanded group. */
function Items(props: GroupProps & { label: string }) {
  const { groupBy, group, filter, ...list } = props;
  const [cursor, setCursor] = useState<string>();
  const page = useLoaded(
    actionItemQueries.list({
      ...filter,
      orderField: list.orderField,
      cursor,
    }),
  );
  return (
    <ActionItemList
      {...list}
      page={page}
      goTo={setCursor}
      skeletonRows={Math.min(group.total, 8)}
    />
  );
}

/** A group's name and counts. Expands to its action items. */
export function ActionItemGroup(
  props: GroupProps & { open: boolean; onToggle: (open: boolean) => void },
) {
  const { open, onToggle, ...items } = props;
  const { groupBy, group } = items;
  const classes = useStyles();
  const id = `action-items-of-${group.key}`;
  const Icon = open ? ExpandMoreIcon : ChevronRightIcon;

  return (
    <Paper variant="outlined" className={classes.root}>
      <h2 className={classes.heading}>
        <PlainButton
          className={classes.button}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => onToggle(!open)}
        >
          <Icon aria-hidden color="action" />
          <span className={classes.name}>
            <GroupName groupBy={groupBy} group={group} />
          </span>
          <GroupCounts figures={group} />
        </PlainButton>
      </h2>
      {open && (
        <div id={id} className={classes.items}>
          <Items {...items} label={group.title ?? group.key} />
        </div>
      )}
    </Paper>
  );
}
