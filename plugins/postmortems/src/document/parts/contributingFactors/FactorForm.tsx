import { useEffect, useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { contributingFactorCategorySchema } from 'backstage-plugin-postmortems-common';
import type {
  ContributingFactor,
  ContributingFactorCategory,
} from 'backstage-plugin-postmortems-common';
import { useSend } from '../../../data/mutations';
import { useTexts } from '../../../texts/useTexts';
import { FactorField } from '../../../ui/fields/FactorField';
import { FormField } from '../../../ui/fields/FormField';
import { SelectField } from '../../../ui/fields/SelectField';
import { ItemFormFrame } from '../../items/ItemFormFrame';
import { useItemForm } from '../../items/useItemForm';
import { useDocument } from '../../useDocument';

/** Form values for a contributing factor. */
interface FactorValues
  extends Pick<ContributingFactor, 'title' | 'description'> {
  /** Empty without a category. */
  category: ContributingFactorCategory | '';
}

const EMPTY: FactorValues = { title: '', category: '', description: '' };

function valuesOfFactor(factor: ContributingFactor): FactorValues {
  const { title, category = '', description } = factor;
  return { title, category, description };
}

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'grid',
    gridTemplateColumns: '1fr minmax(9rem, 12rem)',
    gap: theme.spacing(1.5),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
  },
  description: { gridColumn: '1 / -1' },
}));

/** Edits a contributing factor, or adds several one after another. */
export function FactorForm(props: {
  factor?: ContributingFactor;
  onClose: () => void;
}) {
  const { factor, onClose } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const send = useSend();
  const { postmortem } = useDocument();
  const { id } = postmortem;
  const titleField = useRef<HTMLInputElement>(null);

  const form = useItemForm<ContributingFactor, FactorValues>({
    item: factor,
    initial: factor ? valuesOfFactor(factor) : EMPTY,
    valuesOf: valuesOfFactor,
    draft: {
      part: `contributing-factors/${factor?.id ?? 'new'}`,
      textOf: ({ title, description }) =>
        [title, description].join('\n').trim(),
    },
    send: ({ category, ...texts }, onto) =>
      onto
        ? send('updateContributingFactor', {
            params: { id, itemId: onto.id },
            body: { ...texts, category: category || null },
            ifMatch: onto.revision,
          })
        : send('addContributingFactor', {
            params: { id },
            body: { ...texts, category: category || undefined },
          }),
  });
  const { values, set } = form;
  useEffect(() => titleField.current?.focus(), []);

  async function submit() {
    if (!(await form.submit())) return;
    if (factor) {
      onClose();
    } else {
      form.reset(EMPTY);
      titleField.current?.focus();
    }
  }

  return (
    <ItemFormFrame
      label={t(factor ? 'document.factors.edit' : 'document.factors.add')}
      confirm={t(factor ? 'document.dialog.save' : 'document.factors.add')}
      form={form}
      inWords={theirs => [theirs.title, theirs.description].join(' ').trim()}
      disabled={!values.title.trim()}
      onSubmit={submit}
      onCancel={onClose}
    >
      <div className={classes.fields}>
        <FactorField
          label={t('document.factors.titleLabel')}
          helperText={t('document.factors.titleHelp')}
          value={values.title}
          onChange={title => set({ title })}
          onSelect={({ title, category = values.category }) =>
            set({ title, category })
          }
          inputRef={titleField}
        />
        <SelectField
          label={t('document.factors.categoryLabel')}
          options={[
            { value: '', label: t('document.factors.noCategory') },
            ...contributingFactorCategorySchema.options.map(category => ({
              value: category,
              label: t(`document.factors.category.${category}`),
            })),
          ]}
          value={values.category}
          onChange={category => set({ category })}
        />
        <FormField
          className={classes.description}
          label={t('document.factors.description')}
          value={values.description}
          onChange={change => set({ description: change.target.value })}
          multiline
          limit="itemMarkdown"
        />
      </div>
    </ItemFormFrame>
  );
}
