import { assertPlainTarget } from './request-target.js';

it.each(['/', '/office', '/api/trial/things?after=%2F..%2F', '/%E6%B0%B4%E5%88%A9', '/a.b/c..d', '/a/..b', '/a%20b', '/files/x.tar.gz'])(
  '%s passes',
  (target) => {
    expect(() => assertPlainTarget(target)).not.toThrow();
  },
);

it.each([
  ...[
    '',
    'api',
    '*',
    'http://evil.example/api',
    '//evil.example/',
    '/a/../b',
    '/a/./b',
    '/..',
    '/a/%2e%2e/b',
    '/a/.%2e/b',
    '/a%2fb',
    '/a%5cb',
  ],
  ...['/a\\b', '/a%00', '/a%0d%0ab', '/a/%252e%252e/b', '/a%252fb', '/%', '/%ff'],
])('%s does not', (target) => {
  expect(() => assertPlainTarget(target)).toThrow('request.route_unknown');
});
