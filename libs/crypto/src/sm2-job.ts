// What the pool asks of a worker. Scalars and hashes are 32 bytes, signatures r ∥ s, points 04 ∥ x ∥ y, ciphertexts C1 ∥ C3 ∥ C2.
export type Sm2Job =
  | { readonly op: 'sign'; readonly hash: Uint8Array; readonly privateKey: Uint8Array }
  | { readonly op: 'verify'; readonly hash: Uint8Array; readonly signature: Uint8Array; readonly publicKey: Uint8Array }
  | { readonly op: 'encrypt'; readonly plaintext: Uint8Array; readonly publicKey: Uint8Array }
  | { readonly op: 'decrypt'; readonly ciphertext: Uint8Array; readonly privateKey: Uint8Array };

export interface Sm2Results {
  sign: Uint8Array;
  verify: boolean;
  encrypt: Uint8Array;
  /** undefined when C3 does not agree. */
  decrypt: Uint8Array | undefined;
}
export type Sm2Result = Sm2Results[keyof Sm2Results];

export interface Sm2Request {
  readonly id: number;
  readonly job: Sm2Job;
}
export interface Sm2Reply {
  readonly id: number;
  readonly result?: Sm2Result;
  /** The job threw; the text names the fault, never the input. */
  readonly fault?: string;
}
