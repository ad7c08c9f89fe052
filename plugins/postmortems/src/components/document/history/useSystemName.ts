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

import { useTexts } from '../../../translation';
import { usePolicy } from '../../shared';

const OF_SOURCE = 'incident-source:';

/** What brought about a change that no person made: an incident source by its name. */
export function useSystemName(actorRef: string): string {
  const { t } = useTexts();
  const sources = usePolicy()?.incidentSources;

  if (!actorRef.startsWith(OF_SOURCE)) return t('document.history.system');
  const id = actorRef.slice(OF_SOURCE.length);
  return sources?.find(source => source.id === id)?.title ?? id;
}
