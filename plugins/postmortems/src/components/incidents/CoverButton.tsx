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
import Link from '@material-ui/core/Link';
import type { Incident, Postmortem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { CoverDialog } from './CoverDialog';

/** Lets one say that an incident has a postmortem already, or another than this draft. */
export function CoverButton(props: {
  incident: Pick<Incident, 'id' | 'sourceTitle' | 'key' | 'title'>;
  draftId?: string;
  onCovered: (postmortem: Postmortem) => void;
}) {
  const { incident, draftId, onCovered } = props;
  const { title } = incident;
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);

  return (
    <>
      <Link
        component="button"
        variant="caption"
        onClick={() => setOpen(true)}
        aria-label={
          draftId ? undefined : t('unstarted.cover.openNamed', { title })
        }
      >
        {t(draftId ? 'unstarted.cover.another' : 'unstarted.cover.open')}
      </Link>
      {isOpen && (
        <CoverDialog
          incident={incident}
          draftId={draftId}
          onCovered={onCovered}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
