import type { Figures } from './measure';
import { CATALOG, COMPLIANCE, FLOOR } from './targets';

/** The results of one measurement. */
export interface Measured {
  database: string;
  size: number;
  connections: number;
  figures: Map<string, Figures>;
}

/** Maximum ratio between the largest and the smallest size, each relative to its floor. */
const AT_MOST = 1.3;

/** Renders tables of how lists scale from the smallest to the largest size. */
export function growth(all: Measured[]): string {
  return all
    .filter(({ figures }) => figures.has(CATALOG))
    .flatMap(small => {
      const large = all.find(
        other =>
          other.database === small.database &&
          other.connections === small.connections &&
          other.size > small.size &&
          other.figures.has(CATALOG),
      );
      return large ? [between(small, large)] : [];
    })
    .join('\n');
}

function between(small: Measured, large: Measured): string {
  const inFloors = ({ figures }: Measured, name: string) =>
    figures.get(name)!.p50 / figures.get(FLOOR)!.p50;
  const rows = [...small.figures.keys()]
    .filter(name => ![FLOOR, CATALOG, COMPLIANCE].includes(name))
    .map(name => {
      const [few, many] = [inFloors(small, name), inFloors(large, name)];
      const ratio = many / few;
      return `| ${name} | ${few.toFixed(2)} | ${many.toFixed(
        2,
      )} | ${ratio.toFixed(2)} | ${
        ratio <= AT_MOST ? '✔' : '✘'
      } ≤ ${AT_MOST} |`;
    });
  return [
    `### Growth, ${small.database}, ${small.connections} at a time`,
    '',
    `| p50 × floor | ${small.size} | ${large.size} | times | target |`,
    '| --- | ---: | ---: | ---: | :--- |',
    ...rows,
    '',
  ].join('\n');
}
