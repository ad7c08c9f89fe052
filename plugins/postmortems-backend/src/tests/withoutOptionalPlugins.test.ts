import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { postmortemsPlugin } from '../plugin';

it('starts without optional plugins, and logs once what is unavailable', async () => {
  const logger = mockServices.logger.mock({ child: () => logger });
  const backend = await startTestBackend({
    features: [postmortemsPlugin, catalogServiceMock.factory(), logger.factory],
  });
  const told = () =>
    logger.info.mock.calls
      .map(([message]) => message)
      .filter(message => message.includes('not installed'));

  while (told().length === 0) {
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  expect(told()).toEqual([
    expect.stringMatching(
      /plugin-notifications-backend.*plugin-signals-backend.*plugin-events-backend/,
    ),
  ]);
  await backend.stop();
});
