import { useCallback, useEffect, useRef, useState } from 'react';
import EditIcon from '@material-ui/icons/Edit';
import type { Section } from 'backstage-plugin-postmortems-common';
import { removeDraft } from '../../../data/drafts/draftStore';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { IconButton } from '../../../ui/controls/IconButton';
import { DocumentPart } from '../../DocumentPart';
import { DraftNotice } from '../../editor/DraftNotice';
import { SectionEditor } from '../../editor/SectionEditor';
import { useSectionEditor } from '../../editor/useSectionEditor';
import { isRequired } from '../../parts';
import { EditorsNotice } from '../../presence/EditorsNotice';
import { useEditingSection } from '../../presence/PresenceProvider';
import { useDocument } from '../../useDocument';
import { EmptySection } from './EmptySection';
import { SectionText } from './SectionText';

/** A section's text or, while it is being edited, its editor. */
export function SectionBlock(props: { section: Section; level: 3 | 4 }) {
  const { section, level } = props;
  const { key } = section;
  const { canWrite, writing, setEditing } = useDocument();
  const { t } = useTexts();
  const editor = useSectionEditor(section);
  const [open, setOpen] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const { state, save, drafts, restore } = editor;
  const isSaved = state.status === 'saved';

  const [latestDraft] = drafts;
  const openEditor = useCallback(
    (draft = latestDraft) => {
      if (draft) restore(draft);
      setEditing(true);
      setOpen(true);
    },
    [latestDraft, restore, setEditing],
  );

  const closeEditor = useCallback(() => {
    save();
    setOpen(false);
    // Return the focus to the edit button after the editor closes.
    setTimeout(() => editButton.current?.focus());
  }, [save]);

  useEffect(() => {
    if (!writing && isSaved) setOpen(false);
  }, [writing, isSaved]);

  // Unsaved text stays open until it is saved, even without permission.
  const needsAttention =
    state.status === 'retrying' ||
    state.status === 'refused' ||
    state.status === 'stale';
  const showEditor = needsAttention || (open && (canWrite || !isSaved));
  const empty = state.text.trim() === '';
  useEditingSection(key, showEditor && canWrite);
  const title = t(`document.section.${key}.title`);

  const hasDrafts = drafts.length > 0;
  if (empty && !showEditor && !writing && !hasDrafts && !isRequired(key)) {
    return null;
  }

  const edit = canWrite && !showEditor && !empty && (
    <IconButton
      ref={editButton}
      label={t('document.editor.open', { title })}
      tooltip={t('document.editor.open', { title })}
      onClick={() => openEditor()}
    >
      <EditIcon fontSize="small" />
    </IconButton>
  );

  return (
    <DocumentPart partKey={key} level={level} actions={edit}>
      <EditorsNotice section={key} />
      {drafts.map(draft => (
        <DraftNotice
          key={draft.writer}
          draft={draft}
          onContinue={canWrite && isSaved ? () => openEditor(draft) : undefined}
          onDiscard={() => removeDraft(draft, draft.value)}
        />
      ))}
      {showEditor && (
        <SectionEditor
          sectionKey={key}
          headingLevel={level}
          editor={editor}
          onClose={closeEditor}
        />
      )}
      {!showEditor && empty && (
        <EmptySection
          text={
            writing
              ? t(`document.section.${key}.prompt`)
              : t('document.section.empty')
          }
          action={
            canWrite && (
              <Button
                size="small"
                color="primary"
                aria-label={t('document.editor.writeNamed', { title })}
                onClick={() => openEditor()}
              >
                {t('document.editor.write')}
              </Button>
            )
          }
        />
      )}
      {!showEditor && !empty && (
        <SectionText markdown={state.text} headingLevel={level} prose />
      )}
    </DocumentPart>
  );
}
