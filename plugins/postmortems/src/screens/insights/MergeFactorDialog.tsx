import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { useSend } from '../../data/mutations';
import { factorQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { useRequest } from '../../ui/feedback/useRequest';
import { FactorField } from '../../ui/fields/FactorField';
import { focusOnMount } from '../../ui/fields/focusOnMount';
import { SubtleText } from '../../ui/layout/SubtleText';

/** Renames a contributing factor in all postmortems, so that it becomes one with another. */
export function MergeFactorDialog(props: {
  title: string;
  onClose: () => void;
}) {
  const { title, onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const { run, busy, error } = useRequest();
  const [into, setInto] = useState('');
  // The same title comes first.
  const [first] = useLoaded(factorQueries.find(title)).value ?? [];
  const own = first && isSame(first.title, title) ? first : undefined;

  async function merge() {
    const merged = await run(() =>
      send('mergeContributingFactors', { body: { from: title, into } }),
    );
    if (merged) onClose();
  }

  return (
    <FormDialog
      title={t('insights.factors.mergeTitle', { title })}
      confirm={t('insights.factors.mergeConfirm')}
      busy={busy}
      disabled={!into.trim() || into.trim() === title}
      error={error}
      onConfirm={merge}
      onClose={onClose}
    >
      <FactorField
        label={t('insights.factors.mergeInto')}
        helperText={t('insights.factors.mergeIntoHelp')}
        value={into}
        onChange={setInto}
        onSelect={factor => setInto(factor.title)}
        inputRef={focusOnMount}
        except={own?.title ?? title}
      />
      {own && (
        <Typography variant="body2">
          {t('insights.factors.mergeChanges', { count: own.postmortems })}
        </Typography>
      )}
      <SubtleText>{t('insights.factors.mergeNote')}</SubtleText>
    </FormDialog>
  );
}

function isSame(one: string, other: string): boolean {
  const bare = (title: string) => title.replace(/\s/g, '');
  return (
    bare(one).localeCompare(bare(other), 'en', { sensitivity: 'base' }) === 0
  );
}
