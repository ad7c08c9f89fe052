/**
 * A table that lists rows under each of their teams and all groups above them, in the order of
 * pages, so that a page for a group is a range of its primary key. Triggers update the lists when
 * the row or its teams change, and note in `group_changes` how the hierarchy changed. Until
 * `updateGroupLists` has applied that, the lists of the changed groups are out of date.
 */
export interface GroupList {
  list: 'group_postmortems' | 'group_action_items';
  /** The column with the row id. */
  id: string;
  /** The column of `rows` that the list is ordered by. */
  order: string;
  /** The name of this order in requests. */
  orderField: string;
  rows: 'postmortems' | 'action_items';
  teams: 'postmortem_teams' | 'action_item_teams';
}

export const GROUP_POSTMORTEMS: GroupList = {
  list: 'group_postmortems',
  id: 'postmortem_id',
  order: 'started_at',
  orderField: 'startedAt',
  rows: 'postmortems',
  teams: 'postmortem_teams',
};

export const GROUP_ACTION_ITEMS: GroupList = {
  list: 'group_action_items',
  id: 'action_item_id',
  order: 'due_order',
  orderField: 'dueAt',
  rows: 'action_items',
  teams: 'action_item_teams',
};

/** Changes of the hierarchy that the lists do not have yet. */
export const GROUP_CHANGES = 'group_changes';
