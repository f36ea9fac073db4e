import type { CryptoProvider, KeyDirectory, KeyUse, PublishedKey, Recipient, SigningKey } from '../src/index.js';

export const at = (iso: string): Date => new Date(iso);
export const NOW = at('2026-11-23T02:00:00.000Z');

export interface Body {
  readonly signing: SigningKey;
  readonly recipient: Recipient;
  /** What the directory says of its keys; a test changes it. */
  readonly published: Record<KeyUse, PublishedKey>;
}

/** An invented body with a key pair for each use. */
export async function someBody(provider: CryptoProvider, owner: string): Promise<Body> {
  const [signature, encryption] = [await provider.generateKey('sm2'), await provider.generateKey('sm2')];
  const publish = (use: KeyUse, publicKey: PublishedKey['publicKey']): PublishedKey => ({
    owner,
    keyId: `${owner}-${use}-1`,
    use,
    publicKey,
    validFrom: at('2026-01-01T00:00:00.000Z'),
  });
  const published = { signature: publish('signature', signature.publicKey), encryption: publish('encryption', encryption.publicKey) };
  return {
    signing: { owner, keyId: published.signature.keyId, privateKey: signature },
    recipient: { owner, keyFor: async (keyId) => (keyId === published.encryption.keyId ? encryption : undefined) },
    published,
  };
}

export const directoryOf = (...bodies: Body[]): KeyDirectory => ({
  find: async (owner, keyId) =>
    bodies.flatMap(({ published }) => Object.values(published)).find((key) => key.owner === owner && key.keyId === keyId),
});
