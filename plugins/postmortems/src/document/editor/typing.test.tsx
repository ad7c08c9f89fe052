import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDraft } from '../__testUtils__/aDraft';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';

const mockRendered: string[] = [];

jest.mock('./MarkdownEditor', () =>
  jest.requireActual('../__testUtils__/MarkdownEditor'),
);
jest.mock('../DocumentPart', () => {
  const { DocumentPart: render } = jest.requireActual('../DocumentPart');
  return {
    DocumentPart: (props: { partKey: string }) => {
      mockRendered.push(props.partKey);
      return render(props);
    },
  };
});

beforeEach(() => window.localStorage.clear());

describe('typing', () => {
  it('renders no part but the section being written', async () => {
    const { api } = createFakeServer(aDraft());
    renderPostmortem(api, { search: '?edit=true' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Edit Summary' }),
    );
    const field = await screen.findByRole('textbox', { name: 'Summary' });
    expect(new Set(mockRendered).size).toBeGreaterThan(5);

    mockRendered.length = 0;
    for (const value of ['T', 'Th', 'The cache was empty.']) {
      fireEvent.change(field, { target: { value } });
    }
    expect(screen.getByText('Not saved yet')).toBeInTheDocument();
    expect([...new Set(mockRendered)]).toEqual(['summary']);
  });
});
