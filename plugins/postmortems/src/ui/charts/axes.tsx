import { AxisBottom, AxisLeft } from '@visx/axis';
import type { TickRendererProps } from '@visx/axis';
import { INK } from './usePictureStyles';

/** The space around the plotted area, in pixels. */
export interface Margins {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Minimum width of a label, and width per character, in pixels. */
const LABEL_WIDTH = 38;
const CHARACTER_WIDTH = 7.5;

/** A period on the horizontal axis. */
export interface Period {
  key: string;
  /** Short name: `Mar` or `Q1`. */
  tick: string;
  /** Empty if the axis doesn't show times. */
  year: string;
}

/**
 * The lines of each period's label, by period key. Periods whose label doesn't fit are left out.
 * The year is the second line, where it changes.
 *
 * @param width - width of the axis, in pixels
 */
export function periodLabels(
  periods: Period[],
  width: number,
): Map<string, string[]> {
  const longest = Math.max(0, ...periods.map(({ tick }) => tick.length));
  const needed = Math.max(LABEL_WIDTH, longest * CHARACTER_WIDTH);
  const step = Math.max(1, Math.ceil((periods.length * needed) / width));
  const shown = periods.filter((_, index) => index % step === 0);
  return new Map(
    shown.map(({ key, tick, year }, index) => [
      key,
      !year || year === shown[index - 1]?.year ? [tick] : [tick, year],
    ]),
  );
}

type Scale = Parameters<typeof AxisLeft>[0]['scale'];

/** The vertical axis: values on the left, with lines across the plot. */
export function ValueAxis(props: {
  scale: Scale;
  values: number[];
  format: (value: number) => string;
  width: number;
  margins: Margins;
}) {
  const { scale, values, format, width, margins } = props;
  const place = scale as unknown as (value: number) => number;
  return (
    <>
      {values.map(value => (
        <line
          key={value}
          x1={margins.left}
          x2={width - margins.right}
          y1={place(value)}
          y2={place(value)}
          stroke={INK}
          opacity={0.15}
        />
      ))}
      <AxisLeft
        scale={scale}
        left={margins.left}
        tickValues={values}
        tickFormat={value => format(Number(value))}
        hideAxisLine
        hideTicks
        tickLabelProps={{
          dx: '-0.25em',
          dy: '0.33em',
          textAnchor: 'end',
          fill: INK,
          opacity: 0.85,
        }}
      />
    </>
  );
}

function PeriodLabel(
  props: TickRendererProps & { labels: Map<string, string[]> },
) {
  const { x, y, formattedValue, labels } = props;
  const lines = labels.get(formattedValue ?? '') ?? [];
  return (
    <text x={x} y={y} textAnchor="middle">
      {lines.map((line, index) => (
        <tspan key={line} x={x} dy={index > 0 ? '1.2em' : 0}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** The horizontal axis: periods below the plot. */
export function PeriodAxis(props: {
  scale: Scale;
  periods: Period[];
  /** Width of the axis, in pixels. */
  width: number;
  top: number;
}) {
  const { scale, periods, width, top } = props;
  const labels = periodLabels(periods, width);
  return (
    <AxisBottom
      scale={scale}
      top={top}
      tickValues={[...labels.keys()]}
      tickFormat={String}
      hideTicks
      tickLength={8}
      stroke={INK}
      tickComponent={tick => <PeriodLabel {...tick} labels={labels} />}
    />
  );
}
