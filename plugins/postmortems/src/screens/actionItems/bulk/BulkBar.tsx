import { useState } from 'react';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import { actionItemStatusSchema } from 'backstage-plugin-postmortems-common';
import type { ListedActionItem } from 'backstage-plugin-postmortems-common';
import { useSend } from '../../../data/mutations';
import { ActionItemStatusLabel } from '../../../document/parts/actionItems/controls/ActionItemStatusLabel';
import { useActionItemWords } from '../../../document/parts/actionItems/controls/useActionItemWords';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { MenuButton } from '../../../ui/controls/MenuButton';
import { BulkResult } from '../../../ui/table/BulkResult';
import { SelectionBar } from '../../../ui/table/SelectionBar';
import { useBulkChange } from '../../../ui/table/useBulkChange';
import type { RowSelection } from '../../../ui/table/useRowSelection';
import { ActionItemLink } from '../ActionItemLink';
import { BulkDialog } from './BulkDialog';
import type { BulkChange, BulkQuestion } from './BulkDialog';

/** Actions for the selected action items, with the last result. */
export function BulkBar(props: { selection: RowSelection<ListedActionItem> }) {
  const { selection } = props;
  const { t } = useTexts();
  const send = useSend();
  const [asking, setAsking] = useState<BulkQuestion>();
  const { problemOf } = useActionItemWords();
  const { run, busy, outcome, dismiss } = useBulkChange(selection);
  const count = selection.items.length;

  async function apply(set: BulkChange) {
    await run(items => send('bulkUpdateActionItems', { body: { items, set } }));
    setAsking(undefined);
  }

  return (
    <SelectionBar
      label={t('actionItemList.bulk.label')}
      count={
        count > 0 ? t('actionItemList.bulk.selected', { count }) : undefined
      }
      clear={{
        label: t('actionItemList.bulk.clear'),
        onClick: selection.clear,
        disabled: busy,
      }}
      result={
        outcome && (
          <BulkResult
            outcome={outcome}
            words={{
              done: done => t('actionItemList.bulk.done', { count: done }),
              refused: refused =>
                t('actionItemList.bulk.refused', { count: refused }),
              failed: message => t('actionItemList.bulk.failed', { message }),
            }}
            refusal={({ id, message }) => (
              <>
                <ActionItemLink item={{ id, title: '' }} />
                {problemOf(message).message}
              </>
            )}
            onClose={dismiss}
          />
        )
      }
    >
      <Button
        size="small"
        variant="outlined"
        disabled={busy}
        onClick={() => setAsking('owner')}
      >
        {t('actionItemList.bulk.owner')}
      </Button>
      <Button
        size="small"
        variant="outlined"
        disabled={busy}
        onClick={() => setAsking('due')}
      >
        {t('actionItemList.bulk.due')}
      </Button>
      <MenuButton
        dense
        entries={actionItemStatusSchema.options.map(status => ({
          key: status,
          label: <ActionItemStatusLabel status={status} />,
          onSelect: () =>
            status === 'declined' ? setAsking(status) : apply({ status }),
        }))}
      >
        {opener => (
          <Button
            size="small"
            variant="outlined"
            disabled={busy}
            endIcon={<ArrowDropDownIcon />}
            {...opener}
          >
            {t('actionItemList.bulk.status')}
          </Button>
        )}
      </MenuButton>
      {asking && (
        <BulkDialog
          question={asking}
          items={selection.items}
          busy={busy}
          onConfirm={apply}
          onClose={() => setAsking(undefined)}
        />
      )}
    </SelectionBar>
  );
}
