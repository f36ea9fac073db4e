import type { IdentityConfig } from './config.js';

/** The parts of the configuration that handlers see; the master key stays with the sealer. */
export class IdentitySettings {
  readonly adminFactor: IdentityConfig['adminFactor'];
  readonly signingFactor: IdentityConfig['signingFactor'];
  readonly publicUrl: string;
  readonly smsOutbox: string;

  constructor({ adminFactor, signingFactor, publicUrl, smsOutbox }: IdentityConfig) {
    this.adminFactor = adminFactor;
    this.signingFactor = signingFactor;
    this.publicUrl = publicUrl;
    this.smsOutbox = smsOutbox;
  }
}
