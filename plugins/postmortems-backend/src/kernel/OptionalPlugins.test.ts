import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { OptionalPlugins } from './OptionalPlugins';

async function serve(
  answers: Record<string, { status: number; type: string }>,
) {
  const server = createServer((request, response) => {
    const [, , pluginId] = request.url!.split('/');
    const { status, type } = answers[pluginId];
    response.writeHead(status, { 'Content-Type': type }).end('{}');
  });
  await new Promise<void>(resolve => {
    server.listen(0, 'localhost', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    getBaseUrl: async (id: string) => `http://localhost:${port}/api/${id}`,
    getExternalBaseUrl: async () => '',
    stop: () => server.close(),
  };
}

const JSON_TYPE = 'application/json';
const PAYLOAD = {
  recipients: { type: 'entity' as const, entityRef: 'user:default/alice' },
  payload: { title: 'Overdue' },
};

describe('OptionalPlugins', () => {
  it('logs missing plugins once, and drops notifications', async () => {
    const discovery = await serve({
      notifications: { status: 404, type: JSON_TYPE },
      signals: { status: 200, type: 'text/html; charset=utf-8' },
      events: { status: 401, type: JSON_TYPE },
    });
    const logger = mockServices.logger.mock();
    const optional = new OptionalPlugins({ discovery, logger });
    const send = jest.fn();
    const notifications = optional.notificationsOrNone({ send });

    // Until the check has run, messages are kept for a retry.
    await notifications.send(PAYLOAD);
    expect(send).toHaveBeenCalledTimes(1);

    await optional.check();
    expect(logger.info.mock.calls).toEqual([
      [
        'Optional plugins not installed: without @backstage/plugin-notifications-backend, nobody is notified or reminded; without @backstage/plugin-signals-backend, open screens show changes by others only after a reload',
      ],
    ]);
    await notifications.send(PAYLOAD);
    expect(send).toHaveBeenCalledTimes(1);
    discovery.stop();
  });

  it('treats an unreachable plugin as installed', async () => {
    const logger = mockServices.logger.mock();
    const optional = new OptionalPlugins({
      discovery: {
        getBaseUrl: async () => 'http://localhost:1',
        getExternalBaseUrl: async () => '',
      },
      logger,
    });
    await optional.check();
    expect(logger.info).not.toHaveBeenCalled();
  });
});
