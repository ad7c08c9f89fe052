import IconButton from '@material-ui/core/IconButton';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { render } from '@testing-library/react';
import { Button } from '../controls/Button';
import { useFocusRing } from './useFocusRing';

function Buttons() {
  const ring = useFocusRing();
  return (
    <>
      <Button {...ring}>Edit</Button>
      <IconButton {...ring}>Edit</IconButton>
      <TableSortLabel {...ring}>Due</TableSortLabel>
    </>
  );
}

it('applies to every kind of button', () => {
  const complaints = jest.spyOn(console, 'error').mockImplementation();
  render(<Buttons />);
  expect(complaints.mock.calls.map(String)).not.toContainEqual(
    expect.stringContaining('does not recognize'),
  );
  complaints.mockRestore();
});
