import { jest } from '@jest/globals';
import { identityContract } from '@karez/contracts-identity';
import { testNats, type TestServer } from '@karez/testing';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGatewayEnvironment } from '../src/gateway-environment.js';
import { type RunningGateway, startGateway } from '../src/start-gateway.js';
import { StandInIdentity } from './stand-in-identity.js';
import { StandInService } from './stand-in-service.js';
import { trialContract } from './trial-contract.js';

// real servers on a machine that may be busy with other suites
jest.setTimeout(60_000);

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is whatever came
  readonly body: any;
}

/** A gateway in this process, on a real broker, before services that the spec plays. */
export class GatewayUnderTest {
  private constructor(
    readonly nats: TestServer,
    readonly identity: StandInIdentity,
    readonly trial: StandInService,
    readonly gateway: RunningGateway,
    private readonly dataDir: string,
  ) {}

  static async start(variables: Record<string, string> = {}): Promise<GatewayUnderTest> {
    const nats = await testNats();
    const identity = await StandInIdentity.start(nats.url);
    const trial = await StandInService.start('trial', nats.url);
    const dataDir = mkdtempSync(join(tmpdir(), 'karez-gateway-'));
    const environment = readGatewayEnvironment({ ...gatewayVariables(nats.url, dataDir), ...variables });
    const gateway = await startGateway(environment, [identityContract, trialContract]);
    return new GatewayUnderTest(nats, identity, trial, gateway, dataDir);
  }

  get url(): string {
    return this.gateway.url;
  }

  async call(
    method: string,
    path: string,
    { body, headers = {}, token }: { body?: unknown; headers?: Record<string, string>; token?: string } = {},
  ): Promise<Answered> {
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text && /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text,
    };
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    await Promise.all([this.identity.service.close(), this.trial.close()]);
    await this.nats.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

export const gatewayVariables = (natsUrl: string, dataDir: string): Record<string, string> => ({
  ...{ KAREZ_MODE: 'development', KAREZ_NATS_URL: natsUrl, KAREZ_PORT: '0', KAREZ_DATA_DIR: dataDir, KAREZ_LOG_LEVEL: 'error' },
  ...{ KAREZ_DRAIN_NOTICE_MS: '0', KAREZ_GATEWAY_KEY: randomBytes(32).toString('hex'), KAREZ_PUBLIC_URL: 'http://karez.test' },
});
