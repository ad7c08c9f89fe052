import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { SubtleText } from '../layout/SubtleText';
import { CheckboxField } from './CheckboxField';
import { TimeField } from './TimeField';
import { localZone } from './localTime';

export interface Times {
  startedAt?: string;
  detectedAt?: string;
  mitigatedAt?: string;
  resolvedAt?: string;
}

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(13rem, 1fr))',
    gap: theme.spacing(2),
  },
  wide: { gridColumn: '1 / -1' },
}));

/**
 * Edits an incident's times: start, detection, mitigation, and either resolution or that it is
 * ongoing.
 */
export function TimesFields(props: {
  value: Times;
  errors: Partial<Record<keyof Times, string>>;
  onChange: (field: keyof Times, value: string | undefined) => void;
  ongoing: boolean;
  onOngoing: (ongoing: boolean) => void;
}) {
  const { value, errors, onChange, ongoing, onOngoing } = props;
  const classes = useStyles();
  const { t } = useTexts();

  return (
    <div className={classes.root}>
      <div className={classes.wide}>
        <SubtleText>{t('fields.zone', { zone: localZone() })}</SubtleText>
      </div>
      <TimeField
        label={t('fields.startedAt')}
        value={value.startedAt}
        onChange={time => onChange('startedAt', time)}
        error={errors.startedAt}
        required
      />
      <TimeField
        label={t('fields.detectedAt')}
        value={value.detectedAt}
        onChange={time => onChange('detectedAt', time)}
        error={errors.detectedAt}
      />
      <TimeField
        label={t('fields.mitigatedAt')}
        value={value.mitigatedAt}
        onChange={time => onChange('mitigatedAt', time)}
        error={errors.mitigatedAt}
      />
      <div>
        <TimeField
          label={t('fields.resolvedAt')}
          value={ongoing ? undefined : value.resolvedAt}
          onChange={time => onChange('resolvedAt', time)}
          error={errors.resolvedAt}
          disabled={ongoing}
        />
        <CheckboxField
          label={t('fields.ongoing')}
          value={ongoing}
          onChange={checked => {
            onOngoing(checked);
            if (checked) onChange('resolvedAt', undefined);
          }}
        />
      </div>
    </div>
  );
}
