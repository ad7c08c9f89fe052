import type { ComponentType } from 'react';
import BlockIcon from '@material-ui/icons/Block';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import EmojiObjectsIcon from '@material-ui/icons/EmojiObjectsOutlined';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import TimelapseIcon from '@material-ui/icons/Timelapse';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import { makeStyles } from '@material-ui/core/styles';
import type { ActionItemStatus } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../../texts/useTexts';
import { statusColors } from '../../../../ui/labels/statusColors';
import { subtleColor } from '../../../../ui/layout/subtleColor';

const icons: Record<ActionItemStatus, ComponentType<SvgIconProps>> = {
  proposed: EmojiObjectsIcon,
  open: RadioButtonUncheckedIcon,
  'in-progress': TimelapseIcon,
  done: CheckCircleIcon,
  declined: BlockIcon,
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    whiteSpace: 'nowrap',
  },
  icon: { fontSize: theme.typography.pxToRem(16) },
  done: { color: statusColors(theme.palette.type).met },
  declined: { color: subtleColor(theme) },
}));

export function ActionItemStatusLabel(props: { status: ActionItemStatus }) {
  const { status } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const Icon = icons[status];
  const color: Partial<Record<ActionItemStatus, string>> = classes;
  return (
    <span className={`${classes.root} ${color[status] ?? ''}`}>
      <Icon className={classes.icon} aria-hidden />
      {t(`actionItem.status.${status}`)}
    </span>
  );
}
