import { useId } from 'react';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Legend } from './Legend';
import type { Series } from './Legend';
import { Plot } from './Plot';
import type { Mark } from './Plot';
import { Texture } from './textures';
import { PeriodAxis, ValueAxis } from './axes';
import { INK } from './usePictureStyles';
import type { Period } from './axes';
import { wholeTicks } from './ticks';

const HEIGHT = 220;
const MARGINS = { left: 28, right: 4, top: 20, bottom: 36 };
const MAX_COLUMN = 44;
const MIN_TARGET = 24;

/** Width that the label of a value needs, in pixels. */
const VALUE_WIDTH = 12;

/** The part of a column that belongs to a series. */
export interface Part {
  series: string;
  value: number;
  /** What the part stands for: `March 2026, SEV-1: 3 incidents`. */
  label: string;
  to: string;
}

/** A period with its parts. */
export interface Column extends Period {
  parts: Part[];
}

/** Counts by period. The parts of a period are stacked, or side by side. */
export function ColumnChart(props: {
  label: string;
  series: Series[];
  columns: Column[];
  arrangement: 'stacked' | 'grouped';
}) {
  const { label, series, columns, arrangement } = props;
  const id = useId().replace(/:/g, '');
  const isStacked = arrangement === 'stacked';
  const totals = columns.map(({ parts }) =>
    isStacked
      ? parts.reduce((sum, { value }) => sum + value, 0)
      : Math.max(0, ...parts.map(({ value }) => value)),
  );

  const draw = (width: number) => {
    const ticks = wholeTicks(Math.max(...totals));
    const bottom = HEIGHT - MARGINS.bottom;
    const x = scaleBand({
      domain: columns.map(({ key }) => key),
      range: [MARGINS.left, width - MARGINS.right],
      padding: 0.3,
    });
    const y = scaleLinear({
      domain: [0, ticks.at(-1)!],
      range: [bottom, MARGINS.top],
    });
    const columnWidth = Math.min(MAX_COLUMN, x.bandwidth());

    const boxes = columns.flatMap(column => {
      const center = (x(column.key) ?? 0) + x.bandwidth() / 2;
      let below = 0;
      return column.parts.map((part, index) => {
        const partWidth = isStacked
          ? columnWidth
          : columnWidth / column.parts.length;
        const base = isStacked ? below : 0;
        below += part.value;
        return {
          ...part,
          key: `${column.key} ${part.series}`,
          left: center - columnWidth / 2 + (isStacked ? 0 : index * partWidth),
          top: y(base + part.value),
          width: partWidth,
          height: y(base) - y(base + part.value),
        };
      });
    });
    const filled = boxes.filter(({ value }) => value > 0);

    return {
      picture: (
        <>
          <defs>
            {series.map(({ key, look }, index) => (
              <Texture key={key} id={`${id}-${index}`} look={look} />
            ))}
          </defs>
          <ValueAxis
            scale={y}
            values={ticks}
            format={String}
            width={width}
            margins={MARGINS}
          />
          {filled.map(box => {
            const index = series.findIndex(each => each.key === box.series);
            return (
              <g key={box.key}>
                <rect
                  x={box.left}
                  y={box.top}
                  width={box.width}
                  height={box.height}
                  fill={`url(#${id}-${index})`}
                  stroke={INK}
                />
                {!isStacked && box.width >= VALUE_WIDTH && (
                  <text
                    x={box.left + box.width / 2}
                    y={box.top - 4}
                    textAnchor="middle"
                  >
                    {box.value}
                  </text>
                )}
              </g>
            );
          })}
          {isStacked &&
            x.step() >= VALUE_WIDTH &&
            columns.map(
              ({ key }, index) =>
                totals[index] > 0 && (
                  <text
                    key={key}
                    x={(x(key) ?? 0) + x.bandwidth() / 2}
                    y={y(totals[index]) - 5}
                    textAnchor="middle"
                  >
                    {totals[index]}
                  </text>
                ),
            )}
          <PeriodAxis
            scale={x}
            periods={columns}
            width={width - MARGINS.left - MARGINS.right}
            top={bottom}
          />
        </>
      ),
      marks: filled.map((box): Mark => {
        // With columns side by side, a wider target would cover the next column.
        const targetWidth = isStacked
          ? Math.max(box.width, Math.min(MIN_TARGET, x.step()))
          : box.width;
        return {
          key: box.key,
          label: box.label,
          to: box.to,
          left: box.left - (targetWidth - box.width) / 2,
          top: box.top,
          width: targetWidth,
          height: box.height,
        };
      }),
    };
  };

  return (
    <>
      {series.length > 1 && <Legend series={series} />}
      <Plot label={label} height={HEIGHT} draw={draw} />
    </>
  );
}
