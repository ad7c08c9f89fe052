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

export {
  ComplianceStatusIcon,
  ComplianceStatusLabel,
} from './ComplianceStatusLabel';
export { DateLabel } from './DateLabel';
export { Duration } from './Duration';
export { EntityRefs } from './EntityRefs';
export { GroupBySwitch } from './GroupBySwitch';
export { Hint } from './Hint';
export { LoadError } from './LoadError';
export { OwnerLabel } from './OwnerLabel';
export { PolicyInWords } from './PolicyInWords';
export { RelativeTime } from './RelativeTime';
export { RestrictedChip } from './RestrictedChip';
export { RestrictedLock } from './RestrictedLock';
export { SeverityChip } from './SeverityChip';
export { SkeletonRows } from './SkeletonRows';
export { StartPostmortemButton } from './StartPostmortemButton';
export { StateMessage } from './StateMessage';
export { StatusLabel } from './StatusLabel';
export { SubtleText } from './SubtleText';
export { TimeTooltip } from './TimeTooltip';
export { VisuallyHidden } from './VisuallyHidden';
export { DeadlineSentence } from './DeadlineSentence';
export { errorStatus, errorText, isCatalogAway } from './errors';
export { complianceStatusKeys, outcomeKeys, statusKeys } from './keys';
export { saveFile } from './saveFile';
export { statusColors } from './statusColors';
export { subtleColor } from './subtleColor';
export { useFocusRing } from './useFocusRing';
export { useKeptFocus } from './useKeptFocus';
export { useMay } from './useMay';
export { useNow } from './useNow';
export { usePolicy } from './usePolicy';
export { usePostmortemsData } from './usePostmortemsData';
export type { PostmortemsData } from './usePostmortemsData';
export { useTimeWords } from './useTimeWords';
