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

import { makeStyles } from '@material-ui/core/styles';
import type { ActionItemPriority } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { Hint } from '../../shared';

const useStyles = makeStyles({
  P0: { fontWeight: 700 },
  P1: { fontWeight: 600 },
  P2: {},
  P3: {},
});

/** How urgent an action item is, the more the bolder. */
export function PriorityLabel(props: { priority: ActionItemPriority }) {
  const { priority } = props;
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <Hint title={t(`actionItem.priorityHint.${priority}`)}>
      <span className={classes[priority]}>{priority}</span>
    </Hint>
  );
}
