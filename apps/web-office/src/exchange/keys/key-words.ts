import type { BodyKeyView } from '@karez/contracts-exchange';

/** What a security administrator is asked about: a key that is there, or a body that has none. */
export type KeyAct = { readonly act: 'rotate' | 'revoke'; readonly key: BodyKeyView } | { readonly act: 'first' };

export const keyUseWord = { signature: '签名', encryption: '加密' } as const;
