import { scaleBand, scaleLinear, scaleLog } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { LineLegend } from './LineLegend';
import type { TrendLine } from './LineLegend';
import { Plot } from './Plot';
import { PeriodAxis, ValueAxis } from './axes';
import { INK, PAPER } from './usePictureStyles';
import type { Period } from './axes';

const HEIGHT = 220;
const MARGINS = { left: 52, right: 4, top: 24, bottom: 36 };
const RADIUS = 4;

/** Width that the label of a value needs, in pixels. */
const VALUE_WIDTH = 40;

/** A period on the horizontal axis, with the list that it links to. */
export interface TrendPeriod extends Period {
  /** What the period stands for: `Q1 2026: 83% (10 of 12)`. */
  label: string;
  /** Undefined if there is nothing to open. */
  to?: string;
  /** Values drawn as crosses, in periods with too few of them for a point on a line. */
  singles?: number[];
}

/** A line chart of values by period. Periods without a value are gaps. */
export function TrendChart(props: {
  label: string;
  periods: TrendPeriod[];
  lines: TrendLine[];
  /** The values labeled on the vertical axis, which ends at the first and the last one. */
  ticks: number[];
  scale: 'linear' | 'log';
  format: (value: number) => string;
}) {
  const { label, periods, lines, ticks, scale, format } = props;
  const isOnly = lines.length === 1;

  const draw = (width: number) => {
    const bottom = HEIGHT - MARGINS.bottom;
    const x = scaleBand({
      domain: periods.map(({ key }) => key),
      range: [MARGINS.left, width - MARGINS.right],
    });
    const domain = [ticks[0], ticks.at(-1)!];
    const range = [bottom, MARGINS.top];
    const y =
      scale === 'log'
        ? scaleLog({ domain, range, clamp: true })
        : scaleLinear({ domain, range });
    const place = (value: number) =>
      y(scale === 'log' ? Math.max(ticks[0], value) : value);
    const center = (index: number) =>
      (x(periods[index].key) ?? 0) + x.bandwidth() / 2;

    return {
      picture: (
        <>
          <ValueAxis
            scale={y}
            values={ticks}
            format={format}
            width={width}
            margins={MARGINS}
          />
          {lines.map(line => (
            <g key={line.key}>
              <LinePath
                data={line.values}
                defined={value => value !== undefined}
                x={(_, index) => center(index)}
                y={value => place(value ?? 0)}
                stroke={INK}
                strokeWidth={line.isSecond ? 1.5 : 2}
                strokeDasharray={line.isSecond ? '5 4' : undefined}
              />
              {line.values.map(
                (value, index) =>
                  value !== undefined && (
                    <g key={periods[index].key}>
                      <circle
                        cx={center(index)}
                        cy={place(value)}
                        r={RADIUS}
                        fill={line.isSecond ? PAPER : INK}
                        stroke={INK}
                        strokeWidth={1.5}
                      />
                      {isOnly && x.bandwidth() >= VALUE_WIDTH && (
                        <text
                          x={center(index)}
                          y={place(value) - 10}
                          textAnchor="middle"
                        >
                          {format(value)}
                        </text>
                      )}
                    </g>
                  ),
              )}
            </g>
          ))}
          {periods.flatMap(({ key, singles = [] }, index) =>
            singles.map(value => (
              <path
                key={`${key} ${value}`}
                d={`M${center(index) - 4},${place(value) - 4} l8,8 m0,-8 l-8,8`}
                stroke={INK}
                strokeWidth={1.5}
              />
            )),
          )}
          <PeriodAxis
            scale={x}
            periods={periods}
            width={width - MARGINS.left - MARGINS.right}
            top={bottom}
          />
        </>
      ),
      marks: periods.flatMap(({ key, label: name, to }) =>
        to
          ? [
              {
                key,
                label: name,
                to,
                left: x(key) ?? 0,
                top: MARGINS.top - 8,
                width: x.bandwidth(),
                height: bottom - MARGINS.top + 8,
              },
            ]
          : [],
      ),
    };
  };
  return (
    <>
      {!isOnly && (
        <LineLegend
          lines={lines}
          hasSingles={periods.some(({ singles }) => singles?.length)}
        />
      )}
      <Plot label={label} height={HEIGHT} draw={draw} />
    </>
  );
}
