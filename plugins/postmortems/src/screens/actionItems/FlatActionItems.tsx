import Paper from '@material-ui/core/Paper';
import type { ActionItemFilter } from 'backstage-plugin-postmortems-common';
import { actionItemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { ActionItemCount } from './ActionItemCount';
import { ActionItemList } from './ActionItemList';
import type { SharedListProps } from './ActionItemList';

/** All matching action items in one list. */
export function FlatActionItems(
  props: SharedListProps & {
    filter: ActionItemFilter;
    cursor?: string;
    goTo: (cursor: string | undefined) => void;
    toolbar: (count: JSX.Element) => JSX.Element;
  },
) {
  const { filter, cursor, toolbar, ...list } = props;
  const { t } = useTexts();
  const page = useLoaded(
    actionItemQueries.list({
      ...filter,
      orderField: list.orderField,
      cursor,
    }),
  );

  return (
    <>
      {toolbar(<ActionItemCount {...(!page.error && page.value)} />)}
      <Paper variant="outlined">
        <ActionItemList
          {...list}
          label={t('actionItemList.title')}
          page={page}
        />
      </Paper>
    </>
  );
}
