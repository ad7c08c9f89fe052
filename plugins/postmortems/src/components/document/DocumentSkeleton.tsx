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

import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';

const useStyles = makeStyles({ root: { maxWidth: '42rem' } });

/** The shape of the page while it loads. */
export function DocumentSkeleton() {
  const classes = useStyles();
  return (
    <div className={classes.root} aria-busy="true">
      <Skeleton variant="text" height={48} width="80%" />
      <Skeleton variant="text" width="60%" />
      <Skeleton variant="rect" height={96} style={{ margin: '24px 0' }} />
      {[0, 1, 2].map(part => (
        <div key={part}>
          <Skeleton variant="text" height={40} width="30%" />
          <Skeleton variant="text" />
          <Skeleton variant="text" />
          <Skeleton variant="text" width="70%" />
        </div>
      ))}
    </div>
  );
}
