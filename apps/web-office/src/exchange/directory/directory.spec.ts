import { certificateFacts } from './certificate.js';
import { keyStanding } from './key-standing.js';

describe('keys in the directory', () => {
  const now = new Date('2026-11-24T03:20:00Z');

  it('ask for a new one a month before their end, and say when it has come', () => {
    expect(keyStanding('2027-11-24T00:00:00Z', now)).toBe('good');
    expect(keyStanding('2026-12-20T00:00:00Z', now)).toBe('soon');
    expect(keyStanding('2026-11-24T03:20:00Z', now)).toBe('over');
    expect(keyStanding(undefined, now)).toBe('none');
  });

  it('are read out of the words that were signed', () => {
    const body = JSON.stringify({
      v: 1,
      keyId: 'k-7',
      owner: 'o',
      use: 'signature',
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2028-01-01T00:00:00Z',
    });
    expect(certificateFacts({ body })).toEqual({
      ...{ keyId: 'k-7', use: 'signature', validFrom: '2026-01-01T00:00:00Z', validUntil: '2028-01-01T00:00:00Z' },
    });
  });

  it.each(['', 'no JSON', 'null', '{"keyId":7}', '{"keyId":"k","use":"other","validFrom":"2026-01-01T00:00:00Z"}'])(
    'of an unknown form (%s) are not guessed at',
    (body) => expect(certificateFacts({ body })).toBeUndefined(),
  );
});
