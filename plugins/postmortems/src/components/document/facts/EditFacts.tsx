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
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import EditIcon from '@material-ui/icons/Edit';
import { useTexts } from '../../../translation';
import { useDocument } from '../hooks/useDocument';
import type { FactGroup } from './facts';
import { FactsDialog } from './FactsDialog';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(0.5) },
  icon: { fontSize: theme.typography.pxToRem(16) },
}));

/** While the page is edited, the button beside some facts that opens them. */
export function EditFacts(props: { group: FactGroup }) {
  const { group } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { writing } = useDocument();
  const [open, setOpen] = useState(false);
  const label = t(`document.facts.${group}`);

  if (!writing) return null;
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          size="small"
          className={classes.root}
          aria-label={label}
          onClick={() => setOpen(true)}
        >
          <EditIcon className={classes.icon} />
        </IconButton>
      </Tooltip>
      {open && <FactsDialog group={group} onClose={() => setOpen(false)} />}
    </>
  );
}
