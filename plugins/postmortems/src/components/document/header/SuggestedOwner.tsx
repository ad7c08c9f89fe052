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

import Button from '@material-ui/core/Button';
import {
  EntityRefLink,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import type { OwnerSuggestion } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';

/** Whom the last owner suggested in their place; one click names them. */
export function SuggestedOwner(props: {
  suggestion: OwnerSuggestion;
  busy: boolean;
  onName: (userRef: string) => void;
}) {
  const { userRef, suggestedBy, reason } = props.suggestion;
  const { t } = useTexts();
  const { primaryTitle } = useEntityPresentation(userRef);
  return (
    <span>
      {t('ownerSuggestion.handedOver', {
        by: <EntityRefLink entityRef={suggestedBy} hideIcon />,
        person: <EntityRefLink entityRef={userRef} hideIcon />,
        reason,
      })}{' '}
      <Button
        size="small"
        color="primary"
        disabled={props.busy}
        onClick={() => props.onName(userRef)}
      >
        {t('ownerSuggestion.name', { person: primaryTitle })}
      </Button>
    </span>
  );
}
