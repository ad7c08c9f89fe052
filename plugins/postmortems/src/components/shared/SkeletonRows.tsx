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

import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Skeleton from '@material-ui/lab/Skeleton';

/** Rows in the place of those that load, so that nothing jumps when they come. */
export function SkeletonRows(props: {
  rows: number;
  columns: number;
  /** Of the cells, so that they are as large as those they stand for. */
  className?: string;
}) {
  return (
    <>
      {Array.from({ length: props.rows }, (_row, row) => (
        <TableRow key={row} aria-hidden>
          {Array.from({ length: props.columns }, (_cell, cell) => (
            <TableCell key={cell} className={props.className}>
              <Skeleton width={cell === 0 ? '80%' : '60%'} />
            </TableCell>
          ))}
        </TableRow>
      ))}
    </>
  );
}
