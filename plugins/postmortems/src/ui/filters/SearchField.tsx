import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import InputAdornment from '@material-ui/core/InputAdornment';
import SearchIcon from '@material-ui/icons/Search';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { useTextLimit } from '../fields/textLimits';

const useStyles = makeStyles(theme => ({
  root: {
    flex: '1 1 150px',
    maxWidth: 360,
    '& .MuiOutlinedInput-root': {
      backgroundColor: theme.palette.background.paper,
    },
    '& input': {
      paddingTop: 6.5,
      paddingBottom: 6.5,
      fontSize: theme.typography.pxToRem(14),
    },
  },
}));

/** A text search that starts when the user stops typing. */
export function SearchField(props: {
  label: string;
  value?: string;
  onChange: (value?: string) => void;
}) {
  const { value = '', onChange } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const [text, setText] = useState(value);
  const { error } = useTextLimit('query', text);

  useDebounce(
    () => {
      if (!error && text.trim() !== value) onChange(text.trim() || undefined);
    },
    300,
    [text],
  );
  // The value also changes when the user goes back or clears the filters.
  useEffect(() => {
    setText(current => (current.trim() === value ? current : value));
  }, [value]);

  return (
    <TextField
      className={classes.root}
      type="search"
      size="small"
      variant="outlined"
      placeholder={t('filters.search')}
      value={text}
      onChange={event => setText(event.target.value)}
      inputProps={{ 'aria-label': props.label }}
      error={error !== undefined}
      helperText={error}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" color="action" />
          </InputAdornment>
        ),
      }}
    />
  );
}
