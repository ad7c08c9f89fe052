import type {
  Comment,
  CommentAnchor,
} from 'backstage-plugin-postmortems-common';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { FormField } from '../../ui/fields/FormField';
import { focusOnMount } from '../../ui/fields/focusOnMount';
import { ItemFormFrame } from '../items/ItemFormFrame';
import { useItemForm } from '../items/useItemForm';
import { useDocument } from '../useDocument';
import { useComments } from './useComments';
import { usePartTitle } from './usePartTitle';

interface CommentValues {
  markdown: string;
}

/** Adds or edits a comment. */
export function CommentForm(props: {
  anchor?: CommentAnchor;
  /** The comment to edit. */
  comment?: Comment;
  onClose: () => void;
}) {
  const { anchor, comment, onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const { id } = useDocument().postmortem;
  const { target } = useComments();
  const titleOf = usePartTitle();

  const form = useItemForm<Comment, CommentValues>({
    item: comment,
    initial: { markdown: comment?.markdown ?? '' },
    valuesOf: ({ markdown }) => ({ markdown }),
    draft: {
      part: comment ? `comment/${comment.id}` : `comment/new/${anchor ?? ''}`,
      textOf: ({ markdown }) => markdown,
      hidden: target === undefined,
    },
    send: (body, onto) =>
      onto
        ? send('updateComment', {
            params: { id, itemId: onto.id },
            body,
            ifMatch: onto.revision,
          })
        : send('addComment', { params: { id }, body: { ...body, anchor } }),
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
        helperText={t('comments.textHelp')}
        value={form.values.markdown}
        onChange={change => form.set({ markdown: change.target.value })}
        inputRef={focusOnMount}
        multiline
        maxRows={12}
        limit="itemMarkdown"
      />
    </ItemFormFrame>
  );
}
