import { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { TextLimit } from 'backstage-plugin-postmortems-common';
import { FormDialog } from '../dialogs/FormDialog';
import { FormPopover } from '../dialogs/FormPopover';
import { FormField } from './FormField';

function Field(props: { limit: TextLimit }) {
  const [value, setValue] = useState('');
  return (
    <FormField
      label="Text"
      helperText="Help."
      value={value}
      onChange={event => setValue(event.target.value)}
      limit={props.limit}
    />
  );
}

const forms = {
  dialog: (onSave: () => void) => (
    <FormDialog title="Form" confirm="Save" onConfirm={onSave} onClose={onSave}>
      <Field limit="title" />
    </FormDialog>
  ),
  popover: (onSave: () => void) => (
    <FormPopover
      anchorEl={document.body}
      label="Form"
      busy={false}
      onSave={onSave}
      onClose={onSave}
    >
      <Field limit="title" />
    </FormPopover>
  ),
};

describe('a field with a limit', () => {
  it.each(Object.entries(forms))(
    'keeps pasted text that is too long, says so, and is not saved by a %s',
    async (_, form) => {
      const onSave = jest.fn();
      renderInTestApp(form(onSave));
      const field = await screen.findByRole('textbox', { name: 'Text' });
      const save = screen.getByRole('button', { name: 'Save' });
      const paste = (length: number) =>
        fireEvent.change(field, { target: { value: 'x'.repeat(length) } });

      paste(100);
      expect(field).toHaveAccessibleDescription('Help.');
      paste(190);
      expect(field).toHaveAccessibleDescription('Help. 190 of 200 characters');
      paste(203);
      expect(field).toHaveValue('x'.repeat(203));
      expect(field).toBeInvalid();
      expect(field).toHaveAccessibleDescription(
        'Too long: 203 of 200 characters. Remove 3.',
      );
      expect(save).toBeDisabled();
      fireEvent.submit(field);
      expect(onSave).not.toHaveBeenCalled();

      paste(LIMITS.title);
      expect(save).toBeEnabled();
      fireEvent.submit(field);
      expect(onSave).toHaveBeenCalledTimes(1);
    },
  );
});
