import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { rootRouteRef } from '../../routes';
import { StartPostmortemButton } from './StartPostmortemButton';

describe('StartPostmortemButton', () => {
  it('explains the missing permission', async () => {
    renderInTestApp(<StartPostmortemButton />, {
      mountedRoutes: { '/postmortems': rootRouteRef },
      apis: [mockApis.permission({ authorize: AuthorizeResult.DENY })],
    });
    // Once the permission is known, the disabled button gets a focusable wrapper.
    await waitFor(async () => {
      await userEvent.tab();
      expect(document.activeElement).toHaveTextContent('Start postmortem');
    });
    expect(screen.getByRole('button')).toBeDisabled();

    await userEvent.hover(document.activeElement!);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      "You don't have permission to start postmortems",
    );
  });
});
