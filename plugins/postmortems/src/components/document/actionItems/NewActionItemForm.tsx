/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useEffect, useRef } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  ActionItem,
  Postmortem,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import {
  DueFields,
  isLaterThan,
  useActionItemWords,
} from '../../actionItems/parts';
import { UserPicker } from '../fields/UserPicker';
import { useDocument } from '../hooks/useDocument';
import { ItemFormFrame } from '../items/ItemFormFrame';
import { useItemForm } from '../items/useItemForm';
import { withActionItem } from '../model/items';
import { ActionItemFields } from './ActionItemFields';
import type { ActionItemText } from './ActionItemFields';

/** A new action item as its form holds it: a proposal, or at once a commitment. */
interface NewActionItem extends ActionItemText {
  commits: boolean;
  ownerRef?: string;
  /** Left out, it is what the policy proposes. */
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

/** What to ask the server for. */
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

/** Writes the next action item, and then the one after that. */
export function NewActionItemForm(props: { onClose: () => void }) {
  const { onClose } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { labels, problemOf } = useActionItemWords();
  const api = useApi(postmortemsApiRef);
  const { postmortem, apply } = useDocument();
  const titleField = useRef<HTMLInputElement>(null);
  useEffect(() => titleField.current?.focus(), []);

  const form = useItemForm<ActionItem, NewActionItem>({
    initial: EMPTY,
    valuesOf: item => ({ ...EMPTY, ...item }),
    show: shown => apply(current => withActionItem(current, shown)),
    send: values => {
      const due = dueOf(values, postmortem);
      return api.addActionItem({
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
    // The next one is often of the same sort, and for the same people.
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
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={values.commits}
            onChange={event => set({ commits: event.target.checked })}
          />
        }
        label={t('actionItem.list.commitment')}
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
            required
          />
        </div>
      )}
    </ItemFormFrame>
  );
}

/** Until when the item being written is due, and whether that takes a reason. */
function dueOf(values: NewActionItem, postmortem: Postmortem) {
  const proposedDueAt = postmortem.actionItemDueDates[values.priority];
  const dueAt = values.dueAt ?? proposedDueAt;
  return {
    dueAt,
    proposedDueAt,
    needsReason: isLaterThan(dueAt, proposedDueAt),
  };
}
