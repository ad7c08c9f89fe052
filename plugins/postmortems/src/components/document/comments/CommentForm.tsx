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

import { useApi } from '@backstage/core-plugin-api';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  Comment,
  CommentAnchor,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { focusOnMount } from '../fields/focusOnMount';
import { FormField } from '../fields/FormField';
import { useDocument } from '../hooks/useDocument';
import { ItemFormFrame } from '../items/ItemFormFrame';
import { useItemForm } from '../items/useItemForm';
import { useComments } from './useComments';
import { usePartTitle } from './usePartTitle';

interface CommentValues {
  markdown: string;
}

/** Writes a comment on a part, or changes one that is there. */
export function CommentForm(props: {
  anchor?: CommentAnchor;
  /** The one to change. */
  comment?: Comment;
  onClose: () => void;
}) {
  const { anchor, comment, onClose } = props;
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { id } = useDocument().postmortem;
  const { show } = useComments();
  const titleOf = usePartTitle();

  const form = useItemForm<Comment, CommentValues>({
    item: comment,
    initial: { markdown: comment?.markdown ?? '' },
    valuesOf: ({ markdown }) => ({ markdown }),
    show,
    send: (body, onto) =>
      onto
        ? api.updateComment({
            params: { id, itemId: onto.id },
            body,
            ifMatch: onto.revision,
          })
        : api.addComment({ params: { id }, body: { ...body, anchor } }),
  });

  return (
    <ItemFormFrame
      label={
        comment
          ? t('comments.editTitle')
          : t('comments.addTo', { part: titleOf(anchor) })
      }
      confirm={t(comment ? 'document.dialog.save' : 'comments.add')}
      form={form}
      inWords={theirs => theirs.markdown}
      disabled={!form.values.markdown.trim()}
      onSubmit={async () => {
        if (await form.submit()) onClose();
      }}
      onCancel={onClose}
    >
      <FormField
        label={t('comments.text')}
        value={form.values.markdown}
        onChange={change => form.set({ markdown: change.target.value })}
        inputRef={focusOnMount}
        multiline
        maxRows={12}
        inputProps={{ maxLength: LIMITS.itemMarkdown }}
      />
    </ItemFormFrame>
  );
}
