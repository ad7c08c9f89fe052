import { useRef } from 'react';
import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { SearchField } from './SearchField';
import type { UrlFilterState } from './useUrlFilter';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    '@media print': { display: 'none' },
  },
  // Takes up no space until it is focused with the keyboard.
  skip: {
    position: 'absolute',
    zIndex: 1,
    '&:not(:focus)': {
      width: 1,
      height: 1,
      minWidth: 0,
      padding: 0,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  end: { outline: 'none' },
}));

/** A row of filters, with a "clear" button and a search field. */
export function FilterRow(props: {
  state: UrlFilterState;
  /** The search field's label, if there is such a field. */
  searchLabel?: string;
  children: ReactNode;
}) {
  const { filter, isSet, change, clear } = props.state;
  const classes = useStyles();
  const { t } = useTexts();
  const end = useRef<HTMLSpanElement>(null);

  return (
    <div className={classes.root} role="group" aria-label={t('filters.label')}>
      <Button
        size="small"
        variant="contained"
        className={classes.skip}
        onClick={() => end.current?.focus()}
      >
        {t('filters.skip')}
      </Button>
      {props.children}
      {isSet && (
        <Button size="small" onClick={clear}>
          {t('filters.clear')}
        </Button>
      )}
      {/* Comes last, because it takes up the remaining width. */}
      {props.searchLabel && (
        <SearchField
          label={props.searchLabel}
          value={filter.q}
          onChange={q => change({ q }, { replace: true })}
        />
      )}
      <span ref={end} tabIndex={-1} className={classes.end} />
    </div>
  );
}
