import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../texts/useTexts';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { Link } from '../../../ui/navigation/Link';
import { DocumentPart } from '../../DocumentPart';
import { EditFacts } from '../../facts/EditFacts';
import { isEmptyPart } from '../../parts';
import { useDocument } from '../../useDocument';
import { SimilarPostmortems } from './SimilarPostmortems';
import { useSimilar } from './useSimilar';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** Links related to the incident, and similar postmortems. */
export function Related() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem, writing } = useDocument();

  const similar = useSimilar();

  const isEmpty = isEmptyPart(postmortem, 'related');
  if (isEmpty && similar.length === 0 && !writing) return null;
  return (
    <DocumentPart
      partKey="related"
      level={3}
      actions={<EditFacts group="links" />}
    >
      {isEmpty && writing && (
        <SubtleText>{t('document.related.prompt')}</SubtleText>
      )}
      <Typography component="ul" className={classes.list}>
        {postmortem.links.map(({ url, title }) => (
          <li key={url}>
            <Link to={url}>{title ?? url}</Link>
          </li>
        ))}
      </Typography>
      {similar.length > 0 && <SimilarPostmortems items={similar} />}
    </DocumentPart>
  );
}
