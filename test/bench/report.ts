import type { Figures } from './measure';
import { CATALOG, COMPLIANCE, FIRST_PAGE, FLOOR, LAST_PAGE } from './targets';
import type { BenchTarget } from './targets';

/** Renders the results as a Markdown table, with ratios to the baseline. */
export function report(measured: {
  title: string;
  targets: BenchTarget[];
  figures: Map<string, Figures>;
  /** Time of the bare SQL aggregate, in milliseconds. */
  bare: number;
}): string {
  const { figures, bare } = measured;
  const floor = figures.get(FLOOR)!;
  const catalog = figures.get(CATALOG);
  const compliance = figures.get(COMPLIANCE);
  const [firstPage, lastPage] = [FIRST_PAGE, LAST_PAGE].map(name =>
    figures.get(name),
  );

  const rows = measured.targets.map(target => {
    const { p50, p99, requestsPerSecond } = figures.get(target.name)!;
    return [
      target.name,
      p50.toFixed(2),
      p99.toFixed(2),
      requestsPerSecond.toFixed(0),
      (p50 / floor.p50).toFixed(2),
      (requestsPerSecond / floor.requestsPerSecond).toFixed(2),
      verdict(target, figures.get(target.name)!, floor),
      catalog ? (p50 / catalog.p50).toFixed(2) : '',
    ];
  });
  const table = [
    [
      '',
      'p50 ms',
      'p99 ms',
      'requests/s',
      'p50 × floor',
      'requests/s × floor',
      'target',
      'p50 × catalog',
    ],
    ['---', '---:', '---:', '---:', '---:', '---:', ':---', '---:'],
    ...rows,
  ].map(cells => `| ${cells.join(' | ')} |`);

  return [
    `### ${measured.title}`,
    '',
    ...table,
    '',
    ...(compliance && firstPage && lastPage
      ? [
          `The bare aggregate behind compliance takes ${bare.toFixed(
            1,
          )} ms; the response takes ${timesOf(
            compliance.p50,
            bare,
            3,
          )} that. The last page takes ${timesOf(
            lastPage.p50,
            firstPage.p50,
            1.2,
          )} the first.`,
          '',
        ]
      : []),
  ].join('\n');
}

function timesOf(one: number, other: number, atMost: number): string {
  const ratio = one / other;
  return `${ratio.toFixed(2)} times (${
    ratio <= atMost ? '✔' : '✘'
  } ≤ ${atMost})`;
}

function verdict(
  { atMostFloors, atLeastOfFloor }: BenchTarget,
  figures: Figures,
  floor: Figures,
): string {
  if (atMostFloors !== undefined) {
    const held = figures.p50 <= atMostFloors * floor.p50;
    return `${held ? '✔' : '✘'} p50 ≤ ${atMostFloors}`;
  }
  if (atLeastOfFloor !== undefined) {
    const held =
      figures.requestsPerSecond >= atLeastOfFloor * floor.requestsPerSecond;
    return `${held ? '✔' : '✘'} requests/s ≥ ${atLeastOfFloor}`;
  }
  return '';
}
