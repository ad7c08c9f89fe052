import { useTexts } from '../../texts/useTexts';
import { useLegendStyles } from './Legend';
import { INK, PAPER, usePictureStyles } from './usePictureStyles';

/** A line. Missing values are gaps. */
export interface TrendLine {
  key: string;
  label: string;
  values: (number | undefined)[];
  /** Whether to draw it dashed, with hollow points, to tell it apart from the first line. */
  isSecond?: boolean;
}

/** A chart's legend: the names of the lines, and what crosses mean if there are any. */
export function LineLegend(props: { lines: TrendLine[]; hasSingles: boolean }) {
  const classes = useLegendStyles();
  const { t } = useTexts();
  const { colors } = usePictureStyles();
  return (
    <ul className={classes.root}>
      {props.lines.map(({ key, label, isSecond }) => (
        <li key={key} className={classes.item}>
          <svg width={26} height={10} aria-hidden className={colors}>
            <path
              d="M0,5 h26"
              stroke={INK}
              strokeWidth={isSecond ? 1.5 : 2}
              strokeDasharray={isSecond ? '5 4' : undefined}
            />
            <circle
              cx={13}
              cy={5}
              r={3.5}
              fill={isSecond ? PAPER : INK}
              stroke={INK}
              strokeWidth={1.5}
            />
          </svg>
          {label}
        </li>
      ))}
      {props.hasSingles && (
        <li className={classes.item}>
          <svg width={10} height={10} aria-hidden className={colors}>
            <path d="M1,1 l8,8 m0,-8 l-8,8" stroke={INK} strokeWidth={1.5} />
          </svg>
          {t('insights.times.singles')}
        </li>
      )}
    </ul>
  );
}
