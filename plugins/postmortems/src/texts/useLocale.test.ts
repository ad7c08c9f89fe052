import { localeOf } from './useLocale';

describe('localeOf', () => {
  it("uses the language of the portal in the browser's variant", () => {
    expect(localeOf('en', ['de-AT', 'en-GB', 'en-US'])).toBe('en-GB');
    expect(localeOf('de', ['de-AT', 'en-GB', 'en-US'])).toBe('de-AT');
    expect(localeOf('de', ['en-US', 'en'])).toBe('de');
    expect(localeOf('pt-BR', ['en'])).toBe('pt-BR');
  });

  it("uses the browser's locale if the portal has no language", () => {
    expect(localeOf('no_such language', ['en-GB'])).toBeUndefined();
  });
});
