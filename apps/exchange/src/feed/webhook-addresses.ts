import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@karez/kernel';
import { ExchangeConfig } from '../config.js';
import { hostOf, isAcceptable, isListed, isPublicAddress } from './webhook-address.policy.js';

/** An address that may be connected to. */
export interface Reachable {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Decides where events may go, so that nobody makes this service knock at doors inside. */
@Injectable()
export class WebhookAddresses {
  constructor(private readonly config: ExchangeConfig) {}

  /**
   * Asked when a webhook is made and again each time before it is connected to: a name may resolve to something else by then. The
   * caller connects to the address given here, not to what the name says a moment later.
   * @throws DomainError `exchange.webhook.address`
   */
  async check(url: URL): Promise<Reachable> {
    const { webhookHosts } = this.config;
    const host = hostOf(url);
    const refused = new DomainError('exchange.webhook.address', { host: url.host });
    if (!isAcceptable(url, webhookHosts)) throw refused;
    const found = await resolve(host).catch(() => []);
    const [first] = found;
    if (!first) throw refused;
    if (!isListed(url, webhookHosts) && !found.every(({ address }) => isPublicAddress(address))) throw refused;
    return first;
  }
}

async function resolve(host: string): Promise<Reachable[]> {
  const literal = isIP(host);
  if (literal) return [{ address: host, family: literal === 4 ? 4 : 6 }];
  const found = await lookup(host, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 4 ? 4 : 6 }));
}
