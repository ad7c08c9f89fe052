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

import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type {
  OwnerSuggestions as Suggestions,
  SuggestOwners,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { SubtleText, usePostmortemsData } from '../../shared';

/** More than a few to choose from are no help in choosing. */
const MOST_SHOWN = 3;

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(0.5, 0, 0), padding: 0, listStyle: 'none' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 0.5),
    // All alike, where only short reasons would stand beside the name.
    [theme.breakpoints.down('xs')]: {
      flexDirection: 'column',
      '& > :last-child': { paddingLeft: 5 },
    },
  },
  button: { textTransform: 'none' },
}));

/** People who might be the owner, each with the reason, to be chosen with one click. */
export function OwnerSuggestions(props: {
  /** What is known of the incident; nobody is suggested before anything is affected. */
  known: SuggestOwners;
  value?: string;
  onChoose: (userRef: string) => void;
}) {
  const { known, value, onChoose } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { value: suggestions } = usePostmortemsData(
    async (api): Promise<Suggestions> =>
      known.entityRefs.length > 0
        ? api.suggestOwners({ body: known })
        : { items: [] },
    [JSON.stringify(known)],
  );
  const shown = suggestions?.items
    .filter(({ userRef }) => userRef !== value)
    .slice(0, MOST_SHOWN);

  if (!shown || shown.length === 0) return null;
  return (
    <ul className={classes.root} aria-label={t('ownerSuggestion.list')}>
      {shown.map(suggestion => (
        <li key={suggestion.userRef} className={classes.item}>
          <Suggestion suggestion={suggestion} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
}

function Suggestion(props: {
  suggestion: Suggestions['items'][number];
  onChoose: (userRef: string) => void;
}) {
  const { userRef, reasons, ownedBefore } = props.suggestion;
  const classes = useStyles();
  const { t } = useTexts();
  const { primaryTitle } = useEntityPresentation(userRef);

  return (
    <>
      <Button
        size="small"
        color="primary"
        className={classes.button}
        aria-label={t('ownerSuggestion.choose', { person: primaryTitle })}
        onClick={() => props.onChoose(userRef)}
      >
        {primaryTitle}
      </Button>
      <SubtleText variant="caption" component="div">
        {reasons
          .map(reason =>
            t(`ownerSuggestion.reason.${reason}`, { count: ownedBefore }),
          )
          .join(', ')}
      </SubtleText>
    </>
  );
}
