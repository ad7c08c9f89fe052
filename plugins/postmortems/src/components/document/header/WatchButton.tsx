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

import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import WatchingIcon from '@material-ui/icons/NotificationsActive';
import WatchIcon from '@material-ui/icons/NotificationsNone';
import { useApi } from '@backstage/core-plugin-api';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { useMutation } from '../dialogs/useMutation';
import { useCurrentUser } from '../fields/useCurrentUser';
import { useDocument } from '../hooks/useDocument';

/** Watches the postmortem, or no more. */
export function WatchButton() {
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { id, watching } = useDocument().postmortem;
  const isSomebody = useCurrentUser() !== undefined;
  const { run, busy, error } = useMutation();

  if (!isSomebody) return null;
  return (
    <>
      <Tooltip
        title={t(watching ? 'watching.watchingHint' : 'watching.watchHint')}
      >
        <IconButton
          size="small"
          color={watching ? 'primary' : 'default'}
          aria-label={t('watching.watch')}
          aria-pressed={watching}
          onClick={() => {
            if (busy) return;
            run(() =>
              watching
                ? api.unwatch({ params: { id } })
                : api.watch({ params: { id } }),
            );
          }}
        >
          {watching ? <WatchingIcon /> : <WatchIcon />}
        </IconButton>
      </Tooltip>
      {error && <span role="alert">{error}</span>}
    </>
  );
}
