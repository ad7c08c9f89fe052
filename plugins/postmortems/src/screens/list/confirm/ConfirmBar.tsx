import { useState } from 'react';
import { useSend } from '../../../data/mutations';
import { ConfirmImportsForm } from '../../../document/imported/ConfirmImportsForm';
import { postmortemRouteRef } from '../../../routes';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { Link } from '../../../ui/navigation/Link';
import { useRouteRef } from '../../../ui/navigation/useRouteRef';
import { BulkResult } from '../../../ui/table/BulkResult';
import { SelectionBar } from '../../../ui/table/SelectionBar';
import { useBulkChange } from '../../../ui/table/useBulkChange';
import type { RowSelection } from '../../../ui/table/useRowSelection';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';

/** Confirms the selected imports and shows the last result. */
export function ConfirmBar(props: {
  selection: RowSelection<PostmortemSummary>;
}) {
  const { selection } = props;
  const { t } = useTexts();
  const send = useSend();
  const [asking, setAsking] = useState(false);
  const linkOf = useRouteRef(postmortemRouteRef);
  const { run, busy, outcome, dismiss } = useBulkChange(selection);
  const count = selection.items.length;

  async function confirm(reason: string | undefined) {
    await run(items => send('confirmImports', { body: { items, reason } }));
    setAsking(false);
  }

  return (
    <SelectionBar
      label={t('imported.bulk.label')}
      count={count > 0 ? t('imported.bulk.selected', { count }) : undefined}
      clear={{
        label: t('imported.bulk.clear'),
        onClick: selection.clear,
        disabled: busy,
      }}
      result={
        outcome && (
          <BulkResult
            outcome={outcome}
            words={{
              done: done => t('imported.bulk.done', { count: done }),
              refused: refused =>
                t('imported.bulk.refused', { count: refused }),
              failed: message => t('imported.bulk.failed', { message }),
            }}
            refusal={({ id, message }) => (
              <>
                <Link to={linkOf({ id })}>{id}</Link> {message}
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
        onClick={() => setAsking(true)}
      >
        {t('imported.bulk.action')}
      </Button>
      {asking && (
        <ConfirmImportsForm
          title={t('imported.bulk.title', { count })}
          busy={busy}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        />
      )}
    </SelectionBar>
  );
}
