import { configFrom } from './config.js';

describe('the configuration', () => {
  it('suits a platform on one machine when nothing is set', () => {
    expect(configFrom({})).toMatchObject({ host: '127.0.0.1', apiUrl: 'http://127.0.0.1:3000/api', publicUrl: 'http://127.0.0.1:3000' });
    expect(configFrom({}).directoryFile).toBeUndefined();
  });

  it('drops the slash at the end of an address', () => {
    expect(configFrom({ KAREZ_PUBLIC_URL: 'https://water.example.test/' }).publicUrl).toBe('https://water.example.test');
  });

  it.each([
    ['KAREZ_HTTP_PORT', 'three'],
    ['KAREZ_API_URL', 'ftp://x'],
    ['KAREZ_PUBLIC_URL', 'water.example.test'],
    ['KAREZ_DIRECTORY_REFRESH_SECONDS', '-1'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => configFrom({ [name]: value })).toThrow(name);
  });
});
