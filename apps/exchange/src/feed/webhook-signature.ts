import { Inject, Injectable } from '@nestjs/common';
import type { CryptoProvider, MacKey } from '@karez/crypto';
import { contextOf, type LeasedWebhook } from './webhook-row.js';

/** Signs what is posted, so that the receiver knows that it is from us, whole, and how old. */
@Injectable()
export class WebhookSignature {
  constructor(@Inject('CryptoProvider') private readonly crypto: CryptoProvider) {}

  /** @param secret 32 bytes @returns the form in which it rests in its row */
  async wrap(secret: Buffer, orgId: string, id: string): Promise<Buffer> {
    const key = await this.crypto.importKey('mac', secret);
    try {
      return await this.crypto.wrapKey(key, contextOf(orgId, id));
    } finally {
      key.destroy();
    }
  }

  open({ wrapped, orgId, id }: LeasedWebhook): Promise<MacKey> {
    return this.crypto.unwrapKey('mac', wrapped, contextOf(orgId, id));
  }

  /** `X-Karez-Signature: HMAC-SM3 <hex>` over `timestamp.eventId.body`; the timestamp in seconds since 1970. */
  async headers(eventId: string, body: Buffer, key: MacKey): Promise<Record<string, string>> {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const mac = await this.crypto.mac(Buffer.concat([Buffer.from(`${timestamp}.${eventId}.`), body]), key);
    return { 'X-Karez-Event-Id': eventId, 'X-Karez-Timestamp': timestamp, 'X-Karez-Signature': `HMAC-SM3 ${mac.toString('hex')}` };
  }
}
