import { useEffect, useRef } from 'react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { useNow } from '../../ui/dates/useNow';
import { useTimeWords } from '../../ui/dates/useTimeWords';
import { isSaveKey } from '../../ui/fields/saveKey';
import { LimitedFields, useTextLimits } from '../../ui/fields/textLimits';
import { subtleColor } from '../../ui/layout/subtleColor';
import { useDiscarding } from '../../ui/dialogs/useDiscarding';
import { useDocument } from '../useDocument';
import type { ItemForm } from './useItemForm';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.background.paper,
    '&:focus-within': { borderColor: theme.palette.primary.main },
    '@media print': { display: 'none' },
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  hint: { flex: 1, color: subtleColor(theme) },
}));

/**
 * The frame around a form that replaces an item. Enter saves (Shift + Enter adds a line), as does
 * Ctrl or Cmd + S; Escape cancels.
 */
export function ItemFormFrame<Values>(props: {
  label: string;
  confirm: string;
  form: ItemForm<Values>;
  /** Describes the conflicting values that someone else saved. */
  inWords: (values: Values) => string;
  disabled?: boolean;
  onSubmit: () => void;
  onCancel: () => void;
  children: ReactNode;
}) {
  const { label, confirm, form, inWords, onSubmit, onCancel } = props;
  const classes = useStyles();
  const { t } = useTexts();

  const limits = useTextLimits();
  const disabled = props.disabled || limits.tooLong;

  const discarding = useDiscarding();

  // When edit mode ends, closes the form unless it has unsaved text.
  const { editing } = useDocument();
  const words = useTimeWords();
  const now = useNow();
  const wasEditing = useRef(false);
  if (editing) wasEditing.current = true;
  const isLeftover = wasEditing.current && !editing && !form.isDirty;
  useEffect(() => {
    if (isLeftover) onCancel();
  }, [isLeftover, onCancel]);

  function submit() {
    if (!form.busy && !disabled) onSubmit();
  }
  function cancel() {
    discarding.discard(form.isDirty, () => {
      form.discard();
      onCancel();
    });
  }
  function onKeyDown(event: KeyboardEvent) {
    // An open list of options handles the key itself.
    if (event.defaultPrevented) return;
    const isField = event.target instanceof HTMLTextAreaElement;
    const isEnter =
      event.key === 'Enter' &&
      isField &&
      !event.shiftKey &&
      !event.nativeEvent.isComposing;
    if (isSaveKey(event) || isEnter) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      cancel();
    }
  }

  return (
    <>
      {/* Handles key presses that bubble up from the fields. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        className={classes.root}
        aria-label={label}
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          submit();
        }}
      >
        {form.restoredFrom && form.isDirty && (
          <Alert
            severity="info"
            action={
              <Button color="inherit" size="small" onClick={form.discard}>
                {t('drafts.startOver')}
              </Button>
            }
          >
            {t('drafts.restored', {
              ago: words.relative(form.restoredFrom, now),
            })}
          </Alert>
        )}
        <LimitedFields report={limits.report}>{props.children}</LimitedFields>
        {form.theirs && (
          <Alert
            severity="warning"
            action={
              <Button color="inherit" size="small" onClick={form.takeTheirs}>
                {t('document.merge.theirs')}
              </Button>
            }
          >
            {t('document.item.conflict', { theirs: inWords(form.theirs) })}
          </Alert>
        )}
        {form.error && (
          <Alert severity="error">
            {t('document.item.failed', { message: form.error })}
          </Alert>
        )}
        <div className={classes.actions}>
          <Typography variant="caption" className={classes.hint}>
            {t('document.item.keys')}
          </Typography>
          <Button size="small" onClick={cancel}>
            {t('document.dialog.cancel')}
          </Button>
          <Button
            type="submit"
            size="small"
            variant="contained"
            color="primary"
            disabled={form.busy || disabled}
          >
            {confirm}
          </Button>
        </div>
      </form>
      {discarding.dialog}
    </>
  );
}
