import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { ActionItemFilter } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { GroupBySwitch } from '../../ui/controls/GroupBySwitch';
import { DownloadCsv } from '../../ui/csv/DownloadCsv';
import { SubtleText } from '../../ui/layout/SubtleText';
import { ColumnsMenu } from '../../ui/table/ColumnsMenu';
import type { ColumnChoice } from '../../ui/table/useColumnChoice';
import { ViewsMenu } from '../../ui/views/ViewsMenu';
import type { ActionItemColumn } from './columns';
import { csvColumns } from './csvColumns';
import { groupings } from './grouping';
import type { Grouping } from './grouping';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    margin: theme.spacing(1.5, 0),
  },
  end: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
    marginLeft: 'auto',
  },
}));

/** The list's toolbar: grouping, count, views, columns and download. */
export function ListToolbar(props: {
  groupBy: Grouping;
  onGroupBy: (groupBy: Grouping) => void;
  filter: ActionItemFilter;
  orderField: string;
  count: ReactNode;
  columns: ColumnChoice<ActionItemColumn>;
  currentView: string;
}) {
  const { groupBy, onGroupBy, filter, orderField, count } = props;
  const classes = useStyles();
  const { t } = useTexts();

  return (
    <div className={classes.root}>
      <GroupBySwitch
        options={groupings.map(value => ({
          value,
          label: t(`actionItemList.by.${value}`),
        }))}
        value={groupBy}
        onChange={onGroupBy}
      />
      <div className={classes.end}>
        <SubtleText role="status">{count}</SubtleText>
        <ViewsMenu list="actionItems" current={props.currentView} />
        <ColumnsMenu
          choice={props.columns}
          label={name => t(`actionItemList.column.${name}`)}
        />
        <DownloadCsv
          name="action-items"
          columns={csvColumns}
          loadPage={(api, page) =>
            api.listActionItems({ query: { ...filter, orderField, ...page } })
          }
        />
      </div>
    </div>
  );
}
