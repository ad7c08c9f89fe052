import FormHelperText from '@material-ui/core/FormHelperText';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import DeleteIcon from '@material-ui/icons/Delete';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { Contributor } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { FormField } from './FormField';
import { UserPicker } from './UserPicker';
import { fieldColors } from './fieldColors';

const useStyles = makeStyles(theme => ({
  root: fieldColors(theme),
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr auto',
    gap: theme.spacing(1),
    alignItems: 'start',
    marginTop: theme.spacing(1.5),
  },
}));

/** Edits contributors and their roles. */
export function ContributorsField(props: {
  value: Contributor[];
  onChange: (value: Contributor[]) => void;
  teamRefs: string[];
  error?: string;
}) {
  const { value, onChange, teamRefs, error } = props;
  const classes = useStyles();
  const { t } = useTexts();

  function change(index: number, part: Partial<Contributor>) {
    onChange(
      value.map((each, i) => (i === index ? { ...each, ...part } : each)),
    );
  }

  return (
    <div className={classes.root}>
      <Typography variant="subtitle2">{t('fields.contributors')}</Typography>
      {value.map((contributor, index) => (
        <div key={index} className={classes.row}>
          <UserPicker
            label={t('fields.contributorUser')}
            value={contributor.userRef || undefined}
            onChange={userRef => change(index, { userRef: userRef ?? '' })}
            teamRefs={teamRefs}
          />
          <Autocomplete
            freeSolo
            disableClearable
            options={t('fields.contributorRoles').split(', ')}
            value={contributor.role}
            onChange={(_, role) => change(index, { role })}
            // The field also fires "reset" when it mounts. Only typing is a change.
            onInputChange={(_, role, why) => {
              if (why === 'input') change(index, { role });
            }}
            renderInput={params => (
              <FormField
                {...params}
                label={t('fields.contributorRole')}
                limit="contributorRole"
              />
            )}
          />
          <IconButton
            size="small"
            aria-label={t('fields.removeContributor')}
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
        onClick={() => onChange([...value, { userRef: '', role: '' }])}
      >
        {t('fields.addContributor')}
      </Button>
    </div>
  );
}
