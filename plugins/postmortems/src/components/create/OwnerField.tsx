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
import { useTexts } from '../../translation';
import { OwnerSuggestions } from '../document/fields/OwnerSuggestions';
import { UserPicker } from '../document/fields/UserPicker';
import { useCurrentUser } from '../document/fields/useCurrentUser';

/** Who will own the postmortem; the reader, or who is likely to, is named with one click. */
export function OwnerField(props: {
  value?: string;
  onChange: (value: string | undefined) => void;
  teamRefs: string[];
  entityRefs: string[];
  error?: string;
}) {
  const { value, onChange, teamRefs, entityRefs, error } = props;
  const { t } = useTexts();
  const me = useCurrentUser();

  return (
    <div>
      <UserPicker
        label={t('fields.ownerRef')}
        helperText={t('fields.ownerHelp')}
        value={value}
        onChange={onChange}
        teamRefs={teamRefs}
        error={error}
      />
      <OwnerSuggestions
        known={{ entityRefs }}
        value={value}
        onChoose={onChange}
      />
      {me && value !== me && (
        <Button size="small" color="primary" onClick={() => onChange(me)}>
          {t('create.takeIt')}
        </Button>
      )}
    </div>
  );
}
