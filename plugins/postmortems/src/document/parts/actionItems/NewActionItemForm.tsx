import { useEffect, useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ActionItem,
  Postmortem,
} from 'backstage-plugin-postmortems-common';
import { useSend } from '../../../data/mutations';
import { useTexts } from '../../../texts/useTexts';
import { CheckboxField } from '../../../ui/fields/CheckboxField';
import { UserPicker } from '../../../ui/fields/UserPicker';
import { DocumentAccessWarning } from '../../access/AccessWarning';
import { ItemFormFrame } from '../../items/ItemFormFrame';
import { useItemForm } from '../../items/useItemForm';
import { useDocument } from '../../useDocument';
import { ActionItemFields } from './ActionItemFields';
import type { ActionItemText } from './ActionItemFields';
import { DueFields } from './controls/DueFields';
import { addressOf, isLaterThan } from './controls/actionItem';
import { useActionItemWords } from './controls/useActionItemWords';

/** Form values for a new action item. `commits`: whether to commit to it right away. */
interface NewActionItem extends ActionItemText {
  commits: boolean;
  ownerRef?: string;
  /** Default: the due date that the policy suggests. */
  dueAt?: string;
  dueReason: string;
}

const EMPTY: NewActionItem = {
  title: '',
  kind: 'prevent',
  priority: 'P1',
  description: '',
  commits: false,
  dueReason: '',
};

/** Returns the request body. */
function bodyOf(
  values: NewActionItem,
  dueAt: string | undefined,
  dueReason: string | undefined,
) {
  const { title, kind, priority, description, commits, ownerRef } = values;
  const text = { title, kind, priority, description };
  return commits
    ? { ...text, status: 'open' as const, ownerRef, dueAt, dueReason }
    : { ...text, status: 'proposed' as const };
}

const useStyles = makeStyles(theme => ({
  commitment: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: theme.spacing(1.5),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
  },
}));

/** Adds action items, one after another. */
export function NewActionItemForm(props: { onClose: () => void }) {
  const { onClose } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { labels, problemOf } = useActionItemWords();
  const send = useSend();
  const { postmortem } = useDocument();
  const titleField = useRef<HTMLInputElement>(null);
  useEffect(() => titleField.current?.focus(), []);

  const form = useItemForm<ActionItem, NewActionItem>({
    initial: EMPTY,
    valuesOf: item => ({ ...EMPTY, ...item }),
    draft: {
      part: 'action-items/new',
      textOf: ({ title, description }) =>
        [title, description].join('\n').trim(),
    },
    send: (values, onto) => {
      if (onto) {
        // The user kept editing the text while the item was being added.
        const { title, kind, priority, description } = values;
        return send('updateActionItem', {
          params: addressOf(onto),
          body: { title, kind, priority, description },
          ifMatch: onto.revision,
        });
      }
      const due = dueOf(values, postmortem);
      return send('addActionItem', {
        params: { id: postmortem.id },
        body: bodyOf(
          values,
          due.dueAt,
          due.needsReason ? values.dueReason.trim() : undefined,
        ),
      });
    },
  });
  const { values, set } = form;
  const { dueAt, proposedDueAt, needsReason } = dueOf(values, postmortem);
  const problem = form.error ? problemOf(form.error) : undefined;
  const isReady =
    values.title.trim() !== '' &&
    (!values.commits ||
      (values.ownerRef !== undefined &&
        dueAt !== undefined &&
        (!needsReason || values.dueReason.trim() !== '')));

  async function submit() {
    if (!(await form.submit())) return;
    // The next item often has the same kind, owner and due date.
    form.reset({ ...values, title: '', description: '' });
    titleField.current?.focus();
  }

  return (
    <ItemFormFrame
      label={t('actionItem.list.add')}
      confirm={t('actionItem.list.add')}
      form={{ ...form, error: problem?.message }}
      inWords={theirs => theirs.title}
      disabled={!isReady}
      onSubmit={submit}
      onCancel={onClose}
    >
      <ActionItemFields values={values} set={set} titleField={titleField} />
      <CheckboxField
        label={t('actionItem.list.commitment')}
        value={values.commits}
        onChange={commits => set({ commits })}
      />
      {values.commits && (
        <div className={classes.commitment}>
          <UserPicker
            groups
            label={labels.ownerRef}
            helperText={t('actionItem.owner.help')}
            value={values.ownerRef}
            teamRefs={postmortem.teamRefs}
            onChange={ownerRef => set({ ownerRef })}
            required
          />
          <DueFields
            form={{
              dueAt,
              setDueAt: chosen => set({ dueAt: chosen }),
              reason: values.dueReason,
              setReason: dueReason => set({ dueReason }),
              needsReason,
            }}
            known={[proposedDueAt]}
            proposedDueAt={proposedDueAt}
            zone={postmortem.timeZone}
            required
          />
        </div>
      )}
      {values.commits && (
        <DocumentAccessWarning refs={[values.ownerRef]} effect="none" />
      )}
    </ItemFormFrame>
  );
}

/** Returns the due date and whether it requires a reason. */
function dueOf(values: NewActionItem, postmortem: Postmortem) {
  const proposedDueAt = postmortem.actionItemDueDates[values.priority];
  const dueAt = values.dueAt ?? proposedDueAt;
  return {
    dueAt,
    proposedDueAt,
    needsReason: isLaterThan(dueAt, proposedDueAt),
  };
}
