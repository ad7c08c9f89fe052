import { DocumentPart } from '../../DocumentPart';
import { isEmptyPart, sectionsOf } from '../../parts';
import { useDocument } from '../../useDocument';
import { SectionBlock } from './SectionBlock';

/** Sections under a common heading; hidden from readers if all are empty. */
export function SectionGroup(props: { group: 'response' | 'messages' }) {
  const { group } = props;
  const { postmortem, writing } = useDocument();

  if (!writing && isEmptyPart(postmortem, group)) return null;
  return (
    <DocumentPart partKey={group} level={3}>
      {postmortem.sections
        .filter(section => sectionsOf(group).includes(section.key))
        .map(section => (
          <SectionBlock key={section.key} section={section} level={4} />
        ))}
    </DocumentPart>
  );
}
