import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ServiceFactoryTester } from '@backstage/backend-test-utils';
import { optionalService } from './optionalService';

it('uses the fallback only if the portal does not provide the service', async () => {
  const service = createServiceRef<string>({ id: 'test.measure' });
  const user = createServiceFactory({
    service: createServiceRef<string>({ id: 'test.user' }),
    deps: { measure: optionalService(service, 'nothing') },
    factory: ({ measure }) => `measures with ${measure}`,
  });
  const provided = createServiceFactory({
    service,
    deps: {},
    factory: () => 'a ruler',
  });

  expect(await ServiceFactoryTester.from(user).getSubject()).toBe(
    'measures with nothing',
  );
  expect(
    await ServiceFactoryTester.from(user, {
      dependencies: [provided],
    }).getSubject(),
  ).toBe('measures with a ruler');
});
