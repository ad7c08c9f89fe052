import { Suspense, lazy, useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { SectionKey } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { GroupBySwitch } from '../../ui/controls/GroupBySwitch';
import { isSaveKey } from '../../ui/fields/saveKey';
import { useTextLimit } from '../../ui/fields/textLimits';
import { subtleColor } from '../../ui/layout/subtleColor';
import { SectionText } from '../parts/sections/SectionText';
import { Guidance } from './Guidance';
import { MergePanel } from './MergePanel';
import { useReferenceLookup } from './references/useReferenceLookup';
import { SaveState } from './SaveState';
import type { SectionEditor as Editor } from './useSectionEditor';

const MarkdownEditor = lazy(() =>
  import('./MarkdownEditor').then(m => ({ default: m.MarkdownEditor })),
);

/** Preloads the editor, so that it opens without delay. */
export function usePreloadedEditor(enabled: boolean): void {
  useEffect(() => {
    // Opening the editor loads it again and reports errors.
    if (enabled) import('./MarkdownEditor').catch(() => {});
  }, [enabled]);
}

const useStyles = makeStyles(theme => ({
  root: {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.background.paper,
    '&:focus-within': { borderColor: theme.palette.primary.main },
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1.5),
  },
  guidance: { flex: '1 1 16rem', minWidth: 0 },
  preview: { minHeight: '8rem', padding: theme.spacing(1.5) },
  hint: { flex: 1, color: subtleColor(theme) },
}));

/** Edits a section in place. */
export function SectionEditor(props: {
  sectionKey: SectionKey;
  headingLevel: number;
  editor: Editor;
  onClose: () => void;
}) {
  const { sectionKey, headingLevel, editor, onClose } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const [mode, setMode] = useState<'write' | 'preview'>('write');
  const { state, type, save, resolve } = editor;
  const title = t(`document.section.${sectionKey}.title`);
  const lookup = useReferenceLookup();
  const { counter } = useTextLimit('sectionMarkdown', state.text);

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented) return;
    if (isSaveKey(event)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape') {
      onClose();
    }
  }

  return (
    // Handles key presses that bubble up from the editor.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={t('document.editor.open', { title })}
      className={classes.root}
      onKeyDown={onKeyDown}
    >
      <div className={classes.bar}>
        <div className={classes.guidance}>
          <Guidance sectionKey={sectionKey} />
        </div>
        <GroupBySwitch
          label={t('document.editor.mode', { title })}
          options={[
            { value: 'write', label: t('document.editor.write') },
            { value: 'preview', label: t('document.editor.preview') },
          ]}
          value={mode}
          onChange={setMode}
        />
      </div>
      {state.theirs && (
        <MergePanel
          base={state.base.markdown}
          theirs={state.theirs}
          mine={state.text}
          onResolve={resolve}
        />
      )}
      {mode === 'write' ? (
        <Suspense fallback={<Skeleton variant="rect" height="8rem" />}>
          <MarkdownEditor
            value={state.text}
            edits={state.edits}
            label={title}
            lookup={lookup}
            onChange={type}
            onBlur={save}
          />
        </Suspense>
      ) : (
        <div className={classes.preview}>
          <SectionText
            markdown={state.text}
            headingLevel={headingLevel}
            prose
          />
        </div>
      )}
      <div className={classes.bar}>
        <SaveState state={state} onRetry={save} />
        <Typography variant="caption" className={classes.hint} align="right">
          {counter ?? t('document.editor.keys')}
        </Typography>
        <Button size="small" color="primary" onClick={onClose}>
          {t('document.editor.done')}
        </Button>
      </div>
    </div>
  );
}
