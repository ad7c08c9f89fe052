/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useCallback, useEffect, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import EditIcon from '@material-ui/icons/Edit';
import type { Section } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { useFocusRing } from '../../shared';
import { DraftNotice } from '../editor/DraftNotice';
import { SectionEditor } from '../editor/SectionEditor';
import { useSectionEditor } from '../editor/useSectionEditor';
import { useDocument } from '../hooks/useDocument';
import { isRequired } from '../model/outline';
import { DocumentPart } from './DocumentPart';
import { EmptySection } from './EmptySection';
import { SectionText } from './SectionText';

const useStyles = makeStyles(theme => ({
  edit: {
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

/** One section: its text, or the editor in the same place. */
export function SectionBlock(props: { section: Section; level: 3 | 4 }) {
  const { section, level } = props;
  const { key } = section;
  const { canWrite, writing, setEditing } = useDocument();
  const classes = useStyles();
  const { t } = useTexts();
  const focusRing = useFocusRing();
  const editor = useSectionEditor(section);
  const [open, setOpen] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const { state, save, restoreDraft } = editor;

  const openEditor = useCallback(() => {
    restoreDraft();
    setEditing(true);
    setOpen(true);
  }, [restoreDraft, setEditing]);

  const closeEditor = useCallback(() => {
    save();
    setOpen(false);
    // The keyboard goes on from where the editor stood, once the button is there again.
    setTimeout(() => editButton.current?.focus());
  }, [save]);

  useEffect(() => {
    if (!writing) setOpen(false);
  }, [writing]);

  // Text that could not be saved stays open until it is.
  const needsAttention =
    state.status === 'retrying' ||
    state.status === 'refused' ||
    state.status === 'stale';
  const showEditor = needsAttention || (canWrite && open);
  const empty = state.text.trim() === '';
  const title = t(`document.section.${key}.title`);

  if (empty && !showEditor && !writing && !isRequired(key)) return null;

  const edit = canWrite && !showEditor && !empty && (
    <Tooltip title={t('document.editor.open', { title })}>
      <IconButton
        ref={editButton}
        size="small"
        className={classes.edit}
        // It is focused as soon as it is there, and Material UI would start a ripple that is not.
        {...focusRing}
        aria-label={t('document.editor.open', { title })}
        onClick={openEditor}
      >
        <EditIcon fontSize="small" />
      </IconButton>
    </Tooltip>
  );

  return (
    <DocumentPart partKey={key} level={level} actions={edit}>
      {state.draft && canWrite && (
        <DraftNotice
          at={state.draft.at}
          onContinue={openEditor}
          onDiscard={editor.discardDraft}
        />
      )}
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
                onClick={openEditor}
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
