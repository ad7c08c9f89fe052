import { makeStyles } from '@material-ui/core/styles';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { TextButton } from '../../ui/controls/TextButton';
import { SubtleText } from '../../ui/layout/SubtleText';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(1) },
}));

/** States the order of search results, and offers the order by relevance if another is chosen. */
export function SearchOrder(props: {
  isByRelevance: boolean;
  /** How many of the newest matches are ordered, if not all are. */
  searchedNewest?: number;
  onReset: () => void;
}) {
  const { isByRelevance, searchedNewest, onReset } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();
  return (
    <div className={classes.root}>
      <SubtleText variant="caption">
        {isByRelevance ? (
          t('list.byRelevance')
        ) : (
          <TextButton variant="caption" onClick={onReset}>
            {t('list.sortByRelevance')}
          </TextButton>
        )}
        {searchedNewest !== undefined &&
          ` ${t('list.searchedNewest', {
            value: searchedNewest.toLocaleString(locale),
          })}`}
      </SubtleText>
    </div>
  );
}
