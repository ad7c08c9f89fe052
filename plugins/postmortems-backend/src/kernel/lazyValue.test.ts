import { lazyValue } from './lazyValue';

describe('lazily', () => {
  it('creates the value on first use, once', () => {
    const make = jest.fn(() => undefined);
    const made = lazyValue(make);
    expect(make).not.toHaveBeenCalled();
    made();
    made();
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('retries after an error', () => {
    let attempts = 0;
    const made = lazyValue(() => {
      attempts++;
      if (attempts === 1) throw new Error('not yet');
      return 'made';
    });
    expect(made).toThrow('not yet');
    expect(made()).toBe('made');
  });
});
