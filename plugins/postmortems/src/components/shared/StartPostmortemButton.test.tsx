/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { rootRouteRef } from '../../routes';
import { StartPostmortemButton } from './StartPostmortemButton';

describe('StartPostmortemButton', () => {
  it('says why it is not to be had without the permission', async () => {
    renderInTestApp(<StartPostmortemButton />, {
      mountedRoutes: { '/postmortems': rootRouteRef },
      apis: [mockApis.permission({ authorize: AuthorizeResult.DENY })],
    });
    // Once the permission is known, a stop of the tab key stands around the disabled button.
    await waitFor(async () => {
      await userEvent.tab();
      expect(document.activeElement).toHaveTextContent('Start postmortem');
    });
    expect(screen.getByRole('button')).toBeDisabled();

    await userEvent.hover(document.activeElement!);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'You lack the permission to start postmortems',
    );
  });
});
