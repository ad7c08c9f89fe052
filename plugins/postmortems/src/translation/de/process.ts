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

import type { process as english } from '../process';
import type { Translated } from '../translated';

export const process: Translated<typeof english> = {
  visibility: {
    internal: 'Intern',
    restricted: 'Eingeschränkt',
    restrictedHint:
      'Sichtbar nur für die verantwortliche Person, Incident Commander, Mitwirkende und zuständige Teams, und für alle, denen das Portal eingeschränkte Postmortems zeigt.',
  },
  ownerSuggestion: {
    list: 'Wer infrage kommt',
    choose: '{{person}} die Verantwortung geben',
    name: '{{person}} benennen',
    handedOver: '{{by}} schlägt {{person}} vor: {{reason}}',
    reason: {
      suggested: 'von der zuletzt verantwortlichen Person vorgeschlagen',
      investigated: 'hat die Untersuchung geleitet',
      responded: 'hat stabilisiert',
      triggered: 'hat die Reaktion ausgelöst',
      'owned-before_one':
        'war dafür schon bei {{count}} Postmortem verantwortlich',
      'owned-before_other':
        'war dafür schon bei {{count}} Postmortems verantwortlich',
    },
  },
  handover: {
    action: 'Abgeben',
    title: '{{id}} abgeben',
    text: 'Du bist dann nicht mehr verantwortlich. Incident Commander, oder wenn es niemanden gibt, die zuständigen Teams werden sofort benachrichtigt und benennen die nächste Person.',
    suggested: 'Vorschlag, wer es übernimmt (optional)',
    suggestedName: 'Die vorgeschlagene Person',
    suggestedHelp:
      'Jemand, der es nicht schon abgegeben hat; benannt wird niemand, bevor jemand zustimmt.',
    reasonHelp: 'Eine Zeile; wer die nächste Person benennt, liest sie.',
  },
};
