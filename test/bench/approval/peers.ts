import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freshDatabase } from './database.ts';
import { type Driver, payload, steps, timed } from './drive.ts';

export const versions = { 'bpmn-engine': '25.0.1', '@dbos-inc/dbos-sdk': '5.3.0' } as const;

/** The peers in a folder outside the workspace: they are measured, never used. */
export class Peers {
  readonly #folder = mkdtempSync(join(tmpdir(), 'karez-peers-'));
  readonly #load = createRequire(join(this.#folder, 'package.json'));

  constructor() {
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(join(this.#folder, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: this.#folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** bpmn-engine: its state as JSON in a row, taken up and put back in one transaction for each step. */
  async bpmnEngine(): Promise<Driver> {
    const { Engine } = this.#load('bpmn-engine') as BpmnEngine;
    const pool = new pg.Pool({ connectionString: await freshDatabase('bench_bpmn_engine'), max: 16 });
    await pool.query(`create table instance (id uuid primary key, ended boolean not null, state jsonb not null);
      create table done (instance_id uuid not null, node text not null, primary key (instance_id, node))`);
    const step = async (id: string, node: string): Promise<void> => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const { rows } = await client.query<{ state: object }>('select state from instance where id = $1 for update', [id]);
        const execution = await new Engine().recover(rows[0]!.state).resume();
        const waiting = execution.getPostponed().find((activity) => activity.id === node);
        if (!waiting) throw new Error(`bpmn-engine: nothing waits at ${node}`);
        waiting.signal(payload);
        const ended = execution.state === 'idle';
        await client.query('update instance set state = $2, ended = $3 where id = $1', [id, JSON.stringify(execution.getState()), ended]);
        await client.query('insert into done (instance_id, node) values ($1, $2)', [id, node]);
        await client.query('commit');
      } finally {
        client.release();
      }
    };
    return {
      name: 'bpmn_engine',
      async runOne() {
        const [id, times] = [randomUUID(), [] as number[]];
        const execution = await new Engine({ name: 'bench', source: bpmn }).execute();
        await pool.query('insert into instance (id, ended, state) values ($1, false, $2)', [id, JSON.stringify(execution.getState())]);
        execution.stop();
        for (const node of steps) await timed(times, () => step(id, node));
        return times;
      },
      async assertDone(cases) {
        const { rows } = await pool.query<{ ended: number; done: number }>(
          `select (select count(*)::int from instance where ended) as ended, (select count(*)::int from done) as done`,
        );
        if (rows[0]!.ended !== cases || rows[0]!.done !== 5 * cases)
          throw new Error(`bpmn-engine: ${JSON.stringify(rows[0])} of ${cases} cases`);
      },
      close: () => pool.end(),
    };
  }

  /** DBOS: a workflow that receives one message for each human step; a completion lasts until its message is stored. */
  async dbos(): Promise<Driver> {
    const { DBOS } = this.#load('@dbos-inc/dbos-sdk') as Dbos;
    const url = await freshDatabase('bench_dbos');
    DBOS.setConfig({ name: 'bench', systemDatabaseUrl: url, systemDatabasePoolSize: 16, logLevel: 'error', runAdminServer: false });
    let finished = 0;
    const approve = DBOS.registerWorkflow(
      async () => {
        for (const step of steps) {
          const answer = await DBOS.recv(step, 60);
          if (answer === null) throw new Error(`DBOS: no answer at ${step}`);
        }
        return 'granted';
      },
      { name: 'approve' },
    );
    await DBOS.launch();
    return {
      name: 'dbos',
      async runOne() {
        const [id, times] = [randomUUID(), [] as number[]];
        const handle = await DBOS.startWorkflow(approve, { workflowID: id })();
        for (const step of steps) await timed(times, () => DBOS.send(id, payload, step));
        if ((await handle.getResult()) === 'granted') finished++;
        return times;
      },
      assertDone: (cases) =>
        finished === cases ? Promise.resolve() : Promise.reject(new Error(`DBOS: ${finished} of ${cases} cases came to their end`)),
      close: () => DBOS.shutdown(),
    };
  }
}

interface BpmnExecution {
  readonly state: string;
  getPostponed(): { readonly id: string; signal(message: object): void }[];
  getState(): object;
  stop(): void;
}
interface BpmnEngine {
  readonly Engine: new (options?: object) => {
    execute(): Promise<BpmnExecution>;
    recover(state: object): { resume(): Promise<BpmnExecution> };
  };
}
interface Dbos {
  readonly DBOS: {
    setConfig(config: object): void;
    launch(): Promise<void>;
    shutdown(): Promise<void>;
    registerWorkflow<R>(work: () => Promise<R>, options: object): () => Promise<R>;
    startWorkflow<R>(work: () => Promise<R>, options: object): () => Promise<{ getResult(): Promise<R> }>;
    send(id: string, message: object, topic: string): Promise<void>;
    recv(topic: string, seconds: number): Promise<object | null>;
  };
}

const flow = (from: string, to: string): string => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`;
const ways = ['accept-fork', 'fork-water', 'fork-land', 'fork-fire', 'water-join', 'land-join', 'fire-join', 'join-leader', 'leader-end'];
const bpmn = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="bench" targetNamespace="urn:karez:bench"><process id="approve" isExecutable="true">
<startEvent id="start"/>${steps.map((id) => `<userTask id="${id}"/>`).join('')}
<parallelGateway id="fork"/><parallelGateway id="join"/><endEvent id="end"/>
${['start-accept', ...ways].map((way) => flow(...(way.split('-') as [string, string]))).join('')}
</process></definitions>`;
