import type { Ref } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  actionItemKindSchema,
  actionItemPrioritySchema,
} from 'backstage-plugin-postmortems-common';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../texts/useTexts';
import { FormField } from '../../../ui/fields/FormField';
import { SelectField } from '../../../ui/fields/SelectField';

/** An action item's text, as edited in its form. */
export type ActionItemText = Pick<
  ActionItem,
  'title' | 'kind' | 'priority' | 'description'
>;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '1fr 8rem 6rem',
    gap: theme.spacing(1.5),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr 1fr' },
  },
  title: { [theme.breakpoints.down('xs')]: { gridColumn: '1 / -1' } },
  description: { gridColumn: '1 / -1' },
}));

/** Fields for an action item's text. */
export function ActionItemFields(props: {
  values: ActionItemText;
  set: (part: Partial<ActionItemText>) => void;
  titleField: Ref<HTMLInputElement>;
}) {
  const { values, set, titleField } = props;
  const classes = useStyles();
  const { t } = useTexts();

  return (
    <div className={classes.root}>
      <FormField
        className={classes.title}
        label={t('actionItem.field.title')}
        helperText={t('actionItem.list.titleHelp')}
        value={values.title}
        onChange={event => set({ title: event.target.value })}
        inputRef={titleField}
        limit="title"
      />
      <SelectField
        label={t('actionItem.field.kind')}
        options={actionItemKindSchema.options.map(kind => ({
          value: kind,
          label: t(`actionItem.kind.${kind}`),
          title: t(`actionItem.kindHint.${kind}`),
        }))}
        value={values.kind}
        onChange={kind => set({ kind })}
      />
      <SelectField
        label={t('actionItem.field.priority')}
        options={actionItemPrioritySchema.options.map(priority => ({
          value: priority,
          label: priority,
          title: t(`actionItem.priorityHint.${priority}`),
        }))}
        value={values.priority}
        onChange={priority => set({ priority })}
      />
      <FormField
        className={classes.description}
        label={t('actionItem.list.descriptionLabel')}
        value={values.description}
        onChange={event => set({ description: event.target.value })}
        multiline
        limit="itemMarkdown"
      />
    </div>
  );
}
