/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { Figures } from './measure';
import { CATALOG, COMPLIANCE, FLOOR } from './targets';

/** Everything measured in one go. */
export interface Measured {
  database: string;
  size: number;
  connections: number;
  figures: Map<string, Figures>;
}

/** How many times as long, in floors, the largest size may take as the smallest. */
const AT_MOST = 1.3;

/** Tables of how the lists grow from the smallest size to the largest. */
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
