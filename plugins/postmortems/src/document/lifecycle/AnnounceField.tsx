import { useTexts } from '../../texts/useTexts';
import { CheckboxField } from '../../ui/fields/CheckboxField';
import { EntityRefs } from '../../ui/labels/EntityRefs';
import { SubtleText } from '../../ui/layout/SubtleText';
import { useDocument } from '../useDocument';

/** Asks whether to announce the publication, and shows who would be notified. */
export function AnnounceField(props: {
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  const { t } = useTexts();
  const { teamRefs, visibility } = useDocument().postmortem;
  const isRestricted = visibility === 'restricted';
  const teams = <EntityRefs entityRefs={teamRefs} max={5} />;
  return (
    <div>
      <CheckboxField
        label={t('announce.label')}
        value={props.value}
        onChange={props.onChange}
      />
      <SubtleText component="div">
        {teamRefs.length > 0
          ? t(isRestricted ? 'announce.restrictedTeams' : 'announce.teams', {
              teams,
            })
          : t(
              isRestricted
                ? 'announce.restrictedWatchers'
                : 'announce.watchers',
            )}
      </SubtleText>
    </div>
  );
}
