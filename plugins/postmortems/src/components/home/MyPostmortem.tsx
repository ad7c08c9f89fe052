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

import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { PostmortemLink } from '../list';
import { ComplianceStatusLabel, SeverityChip } from '../shared';
import { MyRow } from './MyRow';

/** A postmortem that is mine to write. */
export function MyPostmortem(props: { postmortem: PostmortemSummary }) {
  const { postmortem } = props;
  const { governingSeverity, severity } = postmortem;
  return (
    <MyRow
      title={<PostmortemLink postmortem={postmortem} />}
      facts={
        <>
          <ComplianceStatusLabel postmortem={postmortem} />
          <SeverityChip governing={governingSeverity} final={severity} />
        </>
      }
    />
  );
}
