import FormHelperText from '@material-ui/core/FormHelperText';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import DeleteIcon from '@material-ui/icons/Delete';
import type { Link } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { FormField } from './FormField';
import { fieldColors } from './fieldColors';

const useStyles = makeStyles(theme => ({
  root: fieldColors(theme),
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr auto',
    gap: theme.spacing(1),
    alignItems: 'start',
    marginBottom: theme.spacing(1.5),
  },
}));

/** Edits links related to the incident: status page, chat, dashboards. */
export function LinksField(props: {
  value: Link[];
  onChange: (value: Link[]) => void;
  error?: string;
}) {
  const { value, onChange, error } = props;
  const classes = useStyles();
  const { t } = useTexts();

  function change(index: number, part: Partial<Link>) {
    onChange(
      value.map((each, i) => (i === index ? { ...each, ...part } : each)),
    );
  }

  return (
    <div className={classes.root}>
      {value.map((link, index) => (
        <div key={index} className={classes.row}>
          <FormField
            type="url"
            label={t('fields.linkUrl')}
            value={link.url}
            onChange={event => change(index, { url: event.target.value })}
            placeholder="https://"
            limit="url"
          />
          <FormField
            label={t('fields.linkTitle')}
            value={link.title ?? ''}
            onChange={event =>
              change(index, { title: event.target.value || undefined })
            }
            limit="title"
          />
          <IconButton
            size="small"
            aria-label={t('fields.removeLink')}
            onClick={() => onChange(value.filter((_, i) => i !== index))}
          >
            <DeleteIcon fontSize="small" />
          </IconButton>
        </div>
      ))}
      {error && <FormHelperText error>{error}</FormHelperText>}
      <Button
        size="small"
        color="primary"
        onClick={() => onChange([...value, { url: '' }])}
      >
        {t('fields.addLink')}
      </Button>
    </div>
  );
}
