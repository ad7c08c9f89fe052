import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { lazyApi } from './lazyApi';

describe('lazyApi', () => {
  it('loads once, when first asked, and again after a failure', async () => {
    const getPolicy = jest.fn(async input => input);
    const load = jest
      .fn()
      .mockRejectedValueOnce(new Error('Loading chunk 7 failed'))
      .mockResolvedValue({ getPolicy } as unknown as PostmortemsApi);
    const api = await Promise.resolve(lazyApi(load));
    expect(load).not.toHaveBeenCalled();

    await expect(api.getPolicy({})).rejects.toThrow('Loading chunk 7 failed');
    const asked = [{}, {}];
    expect(await Promise.all(asked.map(each => api.getPolicy(each)))).toEqual(
      asked,
    );
    expect(load).toHaveBeenCalledTimes(2);
  });
});
