import { render, screen } from '@testing-library/react';
import App from './App';

// The sign-in page is loaded on demand, which can take long on a busy machine.
const timeout = 20_000;
jest.setTimeout(2 * timeout);

describe('App', () => {
  it('shows the sign-in page', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Test portal', baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
        },
      ] as any,
    };

    render(App.createRoot());

    expect(
      await screen.findByRole('button', { name: 'Enter' }, { timeout }),
    ).toBeInTheDocument();
    expect(screen.getByText('Test portal')).toBeInTheDocument();
  });
});
