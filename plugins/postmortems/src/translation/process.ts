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

/** Who sees a postmortem, and who owns it. */
export const process = {
  visibility: {
    internal: 'Internal',
    restricted: 'Restricted',
    restrictedHint:
      'Seen only by its owner, incident commander, contributors and owning teams, and by those whom the portal lets see restricted postmortems.',
  },
  ownerSuggestion: {
    list: 'Who might be the owner',
    choose: 'Name {{person}} as the owner',
    name: 'Name {{person}}',
    handedOver: '{{by}} suggests {{person}}: {{reason}}',
    reason: {
      suggested: 'suggested by the last owner',
      investigated: 'led the investigation',
      responded: 'did the stabilising work',
      triggered: 'triggered the response',
      'owned-before_one': 'owned {{count}} postmortem of it before',
      'owned-before_other': 'owned {{count}} postmortems of it before',
    },
  },
  handover: {
    action: 'Hand over',
    title: 'Hand over {{id}}',
    text: 'You stop being the owner. The incident commander is told at once, or without one the owning teams, and names the next.',
    suggested: 'Suggested owner (optional)',
    suggestedName: 'The suggested owner',
    suggestedHelp:
      'Somebody who has not handed it over before; they are not named before somebody agrees.',
    reasonHelp: 'One line; whoever names the next owner reads it.',
  },
} as const;
