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

import { useState } from 'react';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import DeleteIcon from '@material-ui/icons/Delete';
import EditIcon from '@material-ui/icons/Edit';
import { useTexts } from '../../../translation';
import { focusOnMount } from '../fields/focusOnMount';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    whiteSpace: 'nowrap',
    '@media print': { display: 'none' },
  },
  icon: { fontSize: theme.typography.pxToRem(18) },
}));

/** The buttons to change and remove an item; `name` tells screen readers which. */
export function ItemActions(props: {
  name: string;
  /** Left out where it may only be removed. */
  onEdit?: () => void;
  onRemove: () => void;
}) {
  const { name, onEdit, onRemove } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);

  if (asking) {
    return (
      <span className={classes.root}>
        <Button
          size="small"
          color="primary"
          onClick={onRemove}
          ref={focusOnMount}
        >
          {t('document.item.remove')}
        </Button>
        <Button size="small" onClick={() => setAsking(false)}>
          {t('document.item.keep')}
        </Button>
      </span>
    );
  }
  return (
    <span className={classes.root}>
      {onEdit && (
        <Tooltip title={t('document.item.edit')}>
          <IconButton
            size="small"
            aria-label={t('document.item.editNamed', { name })}
            onClick={onEdit}
          >
            <EditIcon className={classes.icon} />
          </IconButton>
        </Tooltip>
      )}
      <Tooltip title={t('document.item.remove')}>
        <IconButton
          size="small"
          aria-label={t('document.item.removeNamed', { name })}
          onClick={() => setAsking(true)}
        >
          <DeleteIcon className={classes.icon} />
        </IconButton>
      </Tooltip>
    </span>
  );
}
