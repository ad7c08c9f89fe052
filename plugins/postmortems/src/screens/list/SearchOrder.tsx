import { makeStyles } from '@material-ui/core/styles';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { TextButton } from '../../ui/controls/TextButton';
import { SubtleText } from '../../ui/layout/SubtleText';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(1) },
}));

/** Says how search results are sorted. If it isn't by relevance, offers that order. */
export function SearchOrder(props: {
  isByRelevance: boolean;
  /** Set if the API sorted only the newest matches: how many those are. */
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
