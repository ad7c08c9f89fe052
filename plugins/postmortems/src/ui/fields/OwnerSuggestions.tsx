import { makeStyles } from '@material-ui/core/styles';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type {
  OwnerSuggestions as Suggestions,
  SuggestOwners,
} from 'backstage-plugin-postmortems-common';
import { postmortemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { SubtleText } from '../layout/SubtleText';

const MOST_SHOWN = 3;

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(0.5, 0, 0), padding: 0, listStyle: 'none' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 0.5),
    // Full width, so that names with short reasons line up.
    [theme.breakpoints.down('xs')]: {
      flexDirection: 'column',
      '& > :last-child': { paddingLeft: 5 },
    },
  },
  button: { textTransform: 'none' },
}));

/** Suggested owners with reasons. Each can be selected with one click. */
export function OwnerSuggestions(props: {
  /** Facts about the incident. Without affected entities, there are no suggestions. */
  known: SuggestOwners;
  value?: string;
  onChoose: (userRef: string) => void;
}) {
  const { known, value, onChoose } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { value: suggestions } = useLoaded({
    ...postmortemQueries.ownerSuggestions(known),
    enabled: known.entityRefs.length > 0,
  });
  const shown =
    known.entityRefs.length > 0 &&
    suggestions?.items
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
