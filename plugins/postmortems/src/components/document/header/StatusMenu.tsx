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
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import Typography from '@material-ui/core/Typography';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import { useTexts } from '../../../translation';
import { StatusLabel, statusKeys } from '../../shared';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { StatusDialog } from '../dialogs/StatusDialog';
import { useDocument } from '../hooks/useDocument';
import { useSteps } from '../hooks/useSteps';
import type { Transition } from '../model/lifecycle';

/** Where the document stands, and the steps that can be taken from there. */
export function StatusMenu() {
  const { t } = useTexts();
  const { status } = useDocument().postmortem;
  const { steps } = useSteps();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [transition, setTransition] = useState<Transition>();

  if (steps.length === 0) {
    return (
      <Typography variant="subtitle1" component="span">
        <StatusLabel status={status} />
      </Typography>
    );
  }
  return (
    <>
      <Button
        variant="outlined"
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="menu"
        aria-label={t('document.statusMenu', {
          status: t(`status.${statusKeys[status]}`),
        })}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <StatusLabel status={status} />
      </Button>
      <Menu
        open={anchor !== undefined}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAnchor(undefined)}
      >
        {steps.map(each => (
          <MenuItem
            key={each.name}
            onClick={() => {
              setAnchor(undefined);
              setTransition(each);
            }}
          >
            {t(`document.transition.${each.name}.menu`)}
          </MenuItem>
        ))}
      </Menu>
      {transition && (
        <FrozenDocument>
          <StatusDialog
            transition={transition}
            onClose={() => setTransition(undefined)}
          />
        </FrozenDocument>
      )}
    </>
  );
}
