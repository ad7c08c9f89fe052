import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { OwnerSuggestions } from '../../ui/fields/OwnerSuggestions';
import { UserPicker } from '../../ui/fields/UserPicker';
import { useAssignableUser } from '../../ui/fields/useAssignableUser';

/** Selects the future owner. Suggestions can be selected with one click. */
export function OwnerField(props: {
  value?: string;
  onChange: (value: string | undefined) => void;
  teamRefs: string[];
  entityRefs: string[];
  error?: string;
}) {
  const { value, onChange, teamRefs, entityRefs, error } = props;
  const { t } = useTexts();
  const me = useAssignableUser();

  return (
    <div>
      <UserPicker
        label={t('fields.ownerRef')}
        helperText={t('fields.ownerHelp')}
        value={value}
        onChange={onChange}
        teamRefs={teamRefs}
        error={error}
      />
      <OwnerSuggestions
        known={{ entityRefs }}
        value={value}
        onChoose={onChange}
      />
      {me && value !== me && (
        <Button size="small" color="primary" onClick={() => onChange(me)}>
          {t('create.assignToMe')}
        </Button>
      )}
    </div>
  );
}
