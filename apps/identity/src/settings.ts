import type { IdentityConfig } from './config.js';

/** The parts of the configuration that handlers see; the master key stays with the sealer. */
export class IdentitySettings {
  readonly adminFactor: IdentityConfig['adminFactor'];
  readonly publicUrl: string;
  readonly smsOutbox: string;

  constructor({ adminFactor, publicUrl, smsOutbox }: IdentityConfig) {
    this.adminFactor = adminFactor;
    this.publicUrl = publicUrl;
    this.smsOutbox = smsOutbox;
  }
}
