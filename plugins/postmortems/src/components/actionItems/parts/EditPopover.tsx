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

import type { FormEvent, ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../translation';
import { ChangeProblem } from './ChangeProblem';
import type { ActionItemField, ActionItemProblem } from './useActionItemWords';

const useStyles = makeStyles(theme => ({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    width: 320,
    maxWidth: '100%',
    padding: theme.spacing(2),
  },
  actions: {
    display: 'flex',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
  },
}));

/** A small form beside what it changes: Enter or the button saves, Escape leaves all as it is. */
export function EditPopover(props: {
  anchorEl: HTMLElement;
  label: string;
  busy: boolean;
  disabled?: boolean;
  problem?: ActionItemProblem;
  /** The fields within, which show themselves what is wrong with them. */
  fields: ActionItemField[];
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { anchorEl, label, busy, disabled, problem, fields, onSave, onClose } =
    props;
  const classes = useStyles();
  const { t } = useTexts();

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    // It is a child of the forms and rows around it, whatever the DOM says.
    event.stopPropagation();
    if (!busy && !disabled) onSave();
  }

  return (
    <Popover
      open
      anchorEl={anchorEl}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      onClose={onClose}
      PaperProps={{ role: 'dialog', 'aria-label': label }}
    >
      <form className={classes.form} noValidate onSubmit={onSubmit}>
        {props.children}
        <ChangeProblem problem={problem} fields={fields} />
        <div className={classes.actions}>
          <Button size="small" onClick={onClose}>
            {t('document.dialog.cancel')}
          </Button>
          <Button
            type="submit"
            size="small"
            color="primary"
            variant="contained"
            disabled={busy || disabled}
          >
            {t('document.dialog.save')}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
