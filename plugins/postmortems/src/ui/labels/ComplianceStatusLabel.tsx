import type { ComponentType } from 'react';
import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/Close';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import RemoveIcon from '@material-ui/icons/Remove';
import ScheduleIcon from '@material-ui/icons/Schedule';
import WarningIcon from '@material-ui/icons/Warning';
import WavesIcon from '@material-ui/icons/Waves';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import { makeStyles } from '@material-ui/core/styles';
import type { ComplianceStatus } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { useNow } from '../dates/useNow';
import { useTimeWords } from '../dates/useTimeWords';
import { complianceWords } from './complianceWords';
import type { ComplianceFacts } from './complianceWords';
import { complianceStatusKeys } from './keys';
import { statusColors } from './statusColors';

const icons: Record<ComplianceStatus, ComponentType<SvgIconProps>> = {
  'not-required': RemoveIcon,
  pending: RadioButtonUncheckedIcon,
  'on-track': ScheduleIcon,
  'due-soon': ScheduleIcon,
  overdue: WarningIcon,
  met: CheckIcon,
  late: CloseIcon,
  waived: WavesIcon,
  claimed: HelpOutlineIcon,
};

const useStyles = makeStyles(theme => {
  const colors = statusColors(theme.palette.type);
  return {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      verticalAlign: 'top',
      whiteSpace: 'nowrap',
      color: theme.palette.text.primary,
    },
    icon: {
      fontSize: theme.typography.pxToRem(16),
      marginRight: theme.spacing(0.5),
    },
    overdue: { color: colors.overdue, fontWeight: 600 },
    'due-soon': { color: colors.dueSoon, fontWeight: 600 },
    met: { color: colors.met },
  };
});

/** A compliance status's colored icon. Always put text next to it. */
export function ComplianceStatusIcon(props: { status: ComplianceStatus }) {
  const Icon = icons[props.status];
  return <Icon className={useStyles().icon} aria-hidden />;
}

/** A compliance status with its time, such as `Overdue 4 d`. */
export function ComplianceStatusLabel(props: { postmortem: ComplianceFacts }) {
  const classes = useStyles();
  const { t } = useTexts();
  const time = useTimeWords();
  const now = useNow();
  const { status, ms } = complianceWords(props.postmortem, now);
  const key = complianceStatusKeys[status];
  const emphasis: Partial<Record<ComplianceStatus, string>> = classes;

  return (
    <span className={`${classes.root} ${emphasis[status] ?? ''}`}>
      <ComplianceStatusIcon status={status} />
      {ms === undefined
        ? t(`complianceStatus.${key}`)
        : t(`complianceTime.${key}`, { time: time.roughly(ms) })}
    </span>
  );
}
