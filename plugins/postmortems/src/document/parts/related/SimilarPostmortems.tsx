import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { SimilarPostmortem } from 'backstage-plugin-postmortems-common';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import { useSend } from '../../../data/mutations';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { PostmortemLink } from '../../../ui/labels/PostmortemLink';
import { useSimilarityWords } from '../../../ui/labels/useSimilarityWords';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { useMutation } from '../../dialogs/useMutation';
import { useDocument } from '../../useDocument';
import { useAddressOf } from './useSimilar';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(2), '@media print': { display: 'none' } },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    display: 'flex',
    alignItems: 'start',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    padding: theme.spacing(0.75, 0),
    [theme.breakpoints.down('xs')]: { flexDirection: 'column', gap: 0 },
  },
  button: { flexShrink: 0 },
}));

/** Similar postmortems with reasons. Editors can link them. */
export function SimilarPostmortems(props: { items: SimilarPostmortem[] }) {
  const classes = useStyles();
  const { t } = useTexts();
  const inWords = useSimilarityWords();
  const addressOf = useAddressOf();
  const send = useSend();
  const { postmortem, canWrite } = useDocument();
  const { run, busy, error } = useMutation();
  const { id, links, revision } = postmortem;
  const canLink = canWrite && links.length < LIMITS.links;

  function link({ id: other, title, visibility }: SimilarPostmortem) {
    // Not everyone who can read this postmortem can read the title of a restricted one.
    const name = visibility === 'restricted' ? other : `${other} ${title}`;
    return run(() =>
      send('updatePostmortem', {
        params: { id },
        body: { links: [...links, { url: addressOf(other), title: name }] },
        ifMatch: revision,
      }),
    );
  }

  return (
    <div className={classes.root}>
      <Typography variant="subtitle2" component="h4">
        {t('similar.title')}
      </Typography>
      <ul className={classes.list}>
        {props.items.map(item => (
          <li key={item.id} className={classes.item}>
            <div>
              <Typography variant="body2" component="div">
                <PostmortemLink postmortem={item} />
              </Typography>
              <SubtleText>{inWords(item.reasons)}</SubtleText>
            </div>
            {canLink && (
              <Button
                size="small"
                color="primary"
                className={classes.button}
                disabled={busy}
                onClick={() => link(item)}
                aria-label={t('similar.linkOne', { id: item.id })}
              >
                {t('similar.link')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error && <Alert severity="error">{error}</Alert>}
    </div>
  );
}
