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

import type { ComponentType } from 'react';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import BuildIcon from '@material-ui/icons/Build';
import ForumIcon from '@material-ui/icons/Forum';
import NotesIcon from '@material-ui/icons/Notes';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import SearchIcon from '@material-ui/icons/Search';
import type { TimelineEventKind } from 'backstage-plugin-postmortems-common';

/** The icon of each kind of timeline event. */
export const eventIcons: Record<
  TimelineEventKind,
  ComponentType<SvgIconProps>
> = {
  detection: NotificationsActiveIcon,
  diagnosis: SearchIcon,
  action: BuildIcon,
  communication: ForumIcon,
  note: NotesIcon,
};
