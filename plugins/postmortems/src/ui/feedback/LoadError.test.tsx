import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../../testing/refusal';
import { LoadError } from './LoadError';

describe('LoadError', () => {
  const retry = jest.fn();
  afterEach(() => retry.mockClear());

  it('shows the error and retries', async () => {
    renderInTestApp(
      <LoadError error={new Error('Failed to fetch')} retry={retry} />,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      "Couldn't load this content" + 'Failed to fetch',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it.each([
    [403, 'NotAllowedError', "You don't have access"],
    [404, 'NotFoundError', 'Not found'],
  ])('offers no second attempt at %i', async (status, name, title) => {
    renderInTestApp(
      <LoadError error={refusal(status, name, 'No')} retry={retry} />,
    );
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it("shows the server's message for a bad request and offers to change it", async () => {
    renderInTestApp(
      <LoadError
        error={refusal(400, 'InputError', 'severity must be one of SEV-1')}
        retry={retry}
        action={<button>Clear filters</button>}
      />,
    );
    expect(
      await screen.findByText('severity must be one of SEV-1'),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });
});
