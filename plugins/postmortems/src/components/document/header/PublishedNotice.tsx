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
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../../translation';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { StatusDialog } from '../dialogs/StatusDialog';
import { TRANSITIONS } from '../model/lifecycle';

/** Whoever wants to edit what is published learns why the text cannot be, and how to reopen it. */
export function PublishedNotice() {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [reopen] = TRANSITIONS.published;

  return (
    <Typography variant="body2" gutterBottom>
      {t('document.published.text')}{' '}
      <Button size="small" color="primary" onClick={() => setOpen(true)}>
        {t('document.transition.reopen.action')}
      </Button>
      {open && (
        <FrozenDocument>
          <StatusDialog transition={reopen} onClose={() => setOpen(false)} />
        </FrozenDocument>
      )}
    </Typography>
  );
}
