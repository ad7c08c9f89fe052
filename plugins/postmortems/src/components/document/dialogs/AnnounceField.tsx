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

import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { useTexts } from '../../../translation';
import { EntityRefs, SubtleText } from '../../shared';
import { useDocument } from '../hooks/useDocument';

/** Whether those whom it concerns are told that it is published, and who they are. */
export function AnnounceField(props: {
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  const { t } = useTexts();
  const { teamRefs, visibility } = useDocument().postmortem;
  const isRestricted = visibility === 'restricted';
  const teams = <EntityRefs entityRefs={teamRefs} max={5} />;
  return (
    <div>
      <FormControlLabel
        control={
          <Checkbox
            color="primary"
            checked={props.value}
            onChange={event => props.onChange(event.target.checked)}
          />
        }
        label={t('announce.label')}
      />
      <SubtleText component="div">
        {teamRefs.length > 0
          ? t(isRestricted ? 'announce.restrictedTeams' : 'announce.teams', {
              teams,
            })
          : t(
              isRestricted
                ? 'announce.restrictedWatchers'
                : 'announce.watchers',
            )}
      </SubtleText>
    </div>
  );
}
