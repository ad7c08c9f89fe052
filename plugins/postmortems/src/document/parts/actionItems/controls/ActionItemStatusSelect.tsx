import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import {
  actionItemSteps,
  isCommitted,
} from 'backstage-plugin-postmortems-common';
import type {
  ActionItem,
  ActionItemStatus,
} from 'backstage-plugin-postmortems-common';
import { useSend } from '../../../../data/mutations';
import { useTexts } from '../../../../texts/useTexts';
import { Button, printedAsText } from '../../../../ui/controls/Button';
import { MenuButton } from '../../../../ui/controls/MenuButton';
import { Hint } from '../../../../ui/feedback/Hint';
import { useUndoToast } from '../../../../ui/feedback/useUndoToast';
import { useFocusRing } from '../../../../ui/focus/useFocusRing';
import { ActionItemStatusLabel } from './ActionItemStatusLabel';
import { ChangeProblem } from './ChangeProblem';
import { StepDialog } from './StepDialog';
import { addressOf } from './actionItem';
import type { DueDates } from './actionItem';
import { useActionItemChange } from './useActionItemChange';

const useStyles = makeStyles(theme => ({
  button: {
    minWidth: 0,
    marginLeft: theme.spacing(-0.5),
    padding: theme.spacing(0, 0, 0, 0.5),
    fontSize: 'inherit',
    fontWeight: 'inherit',
    lineHeight: 'inherit',
    verticalAlign: 'top',
    textTransform: 'none',
    '& .MuiButton-endIcon': { marginLeft: 0 },
    ...printedAsText,
  },
}));

/** Whether a status requires something that the item doesn't have. */
function asksForMore(item: ActionItem, to: ActionItemStatus): boolean {
  return (
    to === 'declined' || (isCommitted(to) && !(item.ownerRef && item.dueAt))
  );
}

/**
 * Selects the status. If a transition requires a reason, an owner or a due date, asks for it first.
 */
export function ActionItemStatusSelect(props: {
  item: ActionItem;
  canEdit: boolean;
  /** The due dates that the policy suggests, if known. */
  dueDates?: DueDates;
  /**
   * Teams whose members are suggested first as owners. Default: the postmortem's owning teams,
   * known only if the item comes from a list.
   */
  teamRefs?: string[];
  /**
   * The time zone of due dates. Default: the postmortem's, known only if the item comes from a
   * list.
   */
  zone?: string;
}) {
  const { item, canEdit, ...dialogProps } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const focusRing = useFocusRing();
  const send = useSend();
  const offerUndo = useUndoToast();
  const { change, busy, problem } = useActionItemChange(item);
  const [asking, setAsking] = useState<ActionItemStatus>();
  const label = <ActionItemStatusLabel status={item.status} />;

  async function take(status: ActionItemStatus) {
    if (asksForMore(item, status)) {
      setAsking(status);
      return;
    }
    const saved = await change({ status });
    if (!saved || !actionItemSteps[status].includes(item.status)) return;
    offerUndo({
      title: t('actionItem.hasStatus', {
        id: item.id,
        status: t(`actionItem.status.${status}`),
      }),
      // Sent directly, because the row may be gone by then: lists only show open items.
      undo: async () => {
        await send('updateActionItem', {
          params: addressOf(item),
          body: { status: item.status },
          ifMatch: saved.revision,
        });
      },
    });
  }

  if (!canEdit) {
    return item.statusReason ? (
      <Hint title={item.statusReason}>{label}</Hint>
    ) : (
      label
    );
  }
  return (
    <>
      <MenuButton
        dense
        entries={actionItemSteps[item.status].map(status => ({
          key: status,
          label: <ActionItemStatusLabel status={status} />,
          onSelect: () => take(status),
        }))}
      >
        {opener => (
          <Button
            size="small"
            color="inherit"
            className={classes.button}
            endIcon={<ArrowDropDownIcon />}
            disabled={busy}
            {...focusRing}
            aria-label={t('actionItem.statusOf', {
              id: item.id,
              status: t(`actionItem.status.${item.status}`),
            })}
            {...opener}
          >
            {label}
          </Button>
        )}
      </MenuButton>
      {asking && (
        <StepDialog
          {...dialogProps}
          item={item}
          to={asking}
          onClose={() => setAsking(undefined)}
        />
      )}
      <ChangeProblem problem={problem} />
    </>
  );
}
