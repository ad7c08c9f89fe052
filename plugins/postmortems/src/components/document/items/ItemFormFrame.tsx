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
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useTexts } from '../../../translation';
import { subtleColor } from '../../shared';
import { useDocument } from '../hooks/useDocument';
import { isSaveKey } from '../model/keys';
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
 * A form in the place of an item. Enter in a field saves (with Shift it begins a line), as does
 * Ctrl or Cmd with S; Escape leaves the item as it was.
 */
export function ItemFormFrame<Values>(props: {
  label: string;
  confirm: string;
  form: ItemForm<Values>;
  /** How to say an item in a line, for what someone else saved meanwhile. */
  inWords: (values: Values) => string;
  disabled?: boolean;
  onSubmit: () => void;
  onCancel: () => void;
  children: ReactNode;
}) {
  const { label, confirm, form, inWords, disabled, onSubmit, onCancel } = props;
  const classes = useStyles();
  const { t } = useTexts();

  // When the page is read again, what is being written stays open until it is saved or discarded.
  const { editing } = useDocument();
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
    // eslint-disable-next-line no-alert
    if (form.isDirty && !window.confirm(t('document.item.discard'))) return;
    onCancel();
  }
  function onKeyDown(event: KeyboardEvent) {
    // A list that is open takes the key for itself.
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
    // The form takes the keys that its fields leave.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
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
      {props.children}
      {form.theirs && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={form.takeTheirs}>
              {t('document.merge.theirs')}
            </Button>
          }
        >
          {t('document.item.clash', { theirs: inWords(form.theirs) })}
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
  );
}
