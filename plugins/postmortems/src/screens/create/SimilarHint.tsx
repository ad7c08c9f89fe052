import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { findSimilarQuerySchema } from 'backstage-plugin-postmortems-common';
import { postmortemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { PostmortemLink } from '../../ui/labels/PostmortemLink';
import { useSimilarityWords } from '../../ui/labels/useSimilarityWords';
import { SubtleText } from '../../ui/layout/SubtleText';
import type { CreateValues } from './useCreateForm';

/** Titles shorter than this say too little to find similar ones. */
const MIN_TITLE = 3;

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(2) },
  list: { margin: theme.spacing(1, 0, 0), padding: 0, listStyle: 'none' },
  item: { marginTop: theme.spacing(1) },
}));

/** Shows similar postmortems while the title is typed and entities are chosen. */
export function SimilarHint(props: {
  values: Pick<CreateValues, 'title' | 'entityRefs'>;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const inWords = useSimilarityWords();
  const { title, entityRefs } = props.values;
  const parsed = findSimilarQuerySchema.safeParse({
    title: title.trim(),
    ...(entityRefs.length > 0 && { entityRef: entityRefs }),
  });
  const enabled = parsed.success && title.trim().length >= MIN_TITLE;
  const { value } = useLoaded({
    ...postmortemQueries.similarWhileTyping(parsed.data),
    enabled,
  });
  const items = enabled ? value?.items ?? [] : [];

  return (
    <div role="status">
      {items.length > 0 && (
        <Alert severity="info" className={classes.root}>
          <strong>{t('similar.hint')}</strong>
          <ul className={classes.list}>
            {items.map(item => (
              <li key={item.id} className={classes.item}>
                <PostmortemLink postmortem={item} />
                <SubtleText>{inWords(item.reasons)}</SubtleText>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
