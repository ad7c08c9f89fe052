import { makeStyles, useTheme } from '@material-ui/core/styles';
import { usePolicy } from '../../data/usePolicy';
import { useTexts } from '../../texts/useTexts';
import { Hint } from '../feedback/Hint';
import { VisuallyHidden } from '../layout/VisuallyHidden';
import { subtleColor } from '../layout/subtleColor';
import { severityColors } from './severityColors';

const useStyles = makeStyles(theme => ({
  chip: {
    display: 'inline-block',
    whiteSpace: 'nowrap',
    padding: theme.spacing(0.25, 0.75),
    borderRadius: theme.shape.borderRadius,
    fontSize: theme.typography.pxToRem(12),
    lineHeight: 1.4,
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
    // Background colors aren't printed.
    '@media print': { border: '1px solid' },
  },
  final: {
    marginLeft: theme.spacing(0.5),
    fontSize: theme.typography.pxToRem(12),
    color: subtleColor(theme),
  },
}));

function Chip(props: { severity: string }) {
  const { severity } = props;
  const classes = useStyles();
  const theme = useTheme();
  const severities = usePolicy()?.severities;
  const rank = severities?.find(each => each.id === severity)?.rank;

  // Severities that are no longer configured have no rank, so use a neutral color.
  const colors =
    severities && rank
      ? severityColors(rank, severities.length, theme.palette.type)
      : {
          background: theme.palette.action.selected,
          text: theme.palette.text.primary,
        };
  return (
    <span
      className={classes.chip}
      style={{ backgroundColor: colors.background, color: colors.text }}
    >
      {severity}
    </span>
  );
}

/** The governing severity and, if the severity was lowered since, the current one. */
export function SeverityChip(props: { governing: string; final?: string }) {
  const { governing, final } = props;
  const classes = useStyles();
  const { t } = useTexts();

  if (final === undefined || final === governing) {
    return <Chip severity={governing} />;
  }
  return (
    <Hint title={t('severity.loweredHint', { governing, final })}>
      <Chip severity={governing} />
      <span className={classes.final}>
        <span aria-hidden>↓ </span>
        <VisuallyHidden>{t('severity.loweredTo')} </VisuallyHidden>
        {final}
      </span>
    </Hint>
  );
}
