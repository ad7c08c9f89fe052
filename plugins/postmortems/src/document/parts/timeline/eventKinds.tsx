import type { ComponentType } from 'react';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import BuildIcon from '@material-ui/icons/Build';
import ForumIcon from '@material-ui/icons/Forum';
import NotesIcon from '@material-ui/icons/Notes';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import SearchIcon from '@material-ui/icons/Search';
import type { TimelineEventKind } from 'backstage-plugin-postmortems-common';

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
