// Proves that the promises' specs are not empty: each planted mutant removes one mechanism in a copy of the workspace,
// and the spec named after the promise must then fail. `npm run chaos -- promises`
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Mutant {
  readonly promise: string;
  readonly what: string;
  readonly file: string;
  readonly find: string;
  readonly put: string;
  readonly spec: string;
}
const unitOfWork = 'libs/persistence/src/unit-of-work.ts';
const tx = 'libs/persistence/src/tx.ts';
const mutants: readonly Mutant[] = [
  {
    ...{ promise: 'G1', what: 'the answer leaves before the commit', spec: 'g1-', file: 'libs/messaging/src/requests/request-server.ts' },
    find: 'reply = { ok: (await lastValueFrom(this.transformToObservable(await handler({ request: call.request, ctx })))) as object };',
    put: 'const later = handler({ request: call.request, ctx }); void Promise.resolve(later).catch(() => undefined); const { wellId, litres } = call.request as never; reply = { ok: { id: wellId, litres: ((globalThis as never as Record<string, number>)[wellId] = ((globalThis as never as Record<string, number>)[wellId] ?? 0) + litres), version: 1 } };',
  },
  {
    ...{ promise: 'G1', what: 'events are written outside the transaction', spec: 'g1-', file: tx },
    find: "await this.manager.query('insert into outbox",
    put: "await this.manager.connection.query('insert into outbox",
  },
  {
    ...{
      promise: 'G2',
      what: 'an old event that the inbox has forgotten takes effect again',
      spec: 'g3-',
      file: 'libs/messaging/src/events/inbox.ts',
    },
    find: "if (sequence <= row.sequence) return { is: 'known' };",
    put: '',
  },
  {
    ...{
      promise: 'G2',
      what: 'the relay marks rows as sent before the broker has them',
      spec: 'g2-',
      file: 'libs/messaging/src/events/relay.ts',
    },
    find: 'return js.publish(subject, JSON.stringify(envelope), { msgID: id, headers: header });',
    put: 'return Math.random() < 0.5 ? js.publish(subject, JSON.stringify(envelope), { msgID: id, headers: header }).then(() => process.exit(9)) : undefined;',
  },
  {
    ...{ promise: 'G3', what: 'a gap is not waited for', spec: 'g3-', file: 'libs/messaging/src/events/inbox.ts' },
    find: "if (sequence > row.sequence + 1 && from === 'next') throw new Gap(row.sequence);",
    put: '',
  },
  {
    ...{
      promise: 'G3',
      what: 'a missing event is not fetched from the producer',
      spec: 'g3-',
      file: 'libs/messaging/src/events/subscriber.ts',
    },
    find: 'return (await this.remote.callAsSystem(feedApi(producer).readStream, request, trace)).events;',
    put: 'void feedApi; void request; void trace; void producer; return [];',
  },
  {
    ...{ promise: 'G4', what: 'no reconciliation with the producer', spec: 'g4-', file: 'libs/messaging/src/events/reconciler.ts' },
    find: 'const settled = await this.#settle(young < 0 ? items : items.slice(0, young));',
    put: 'const settled = young < 0 ? items.at(-1) : items[young - 1];',
  },
  {
    ...{ promise: 'G5', what: 'the command id is not looked up', spec: 'g5-', file: unitOfWork },
    find: 'if (!first) return',
    put: 'if (Math.random() > 2) return',
  },
  {
    ...{ promise: 'G5', what: 'the body of a repeated command is not compared', spec: 'g5-', file: unitOfWork },
    find: ' || handled.request_digest !== ctx.requestDigest',
    put: '',
  },
  {
    ...{ promise: 'G7', what: 'a poison message is tried for ever', spec: 'g7-', file: 'libs/messaging/src/events/dead-letters.ts' },
    find: "then 'dead' else 'trying' end",
    put: "then 'trying' else 'trying' end",
  },
  {
    ...{ promise: 'G7', what: 'events overtake a dead letter of their aggregate', spec: 'g7-', file: 'libs/messaging/src/events/inbox.ts' },
    find: 'if (!dead.length) return false;',
    put: 'if (dead.length >= 0) return false;',
  },
  {
    ...{ promise: 'G8', what: 'the process ends without draining', spec: 'g8-', file: 'libs/service/src/process.ts' },
    find: 'stop().then(',
    put: 'Promise.resolve().then(',
  },
  {
    ...{ promise: 'G11', what: 'a timer fires early', spec: 'g11-', file: 'libs/messaging/src/tasks/task-runner.ts' },
    find: 'and due_at <= clock_timestamp() and (claimed_until',
    put: "and due_at <= clock_timestamp() + interval '20 seconds' and (claimed_until",
  },
  {
    ...{ promise: 'G11', what: 'only Bull wakes, no sweep', spec: 'g11-', file: 'libs/messaging/src/tasks/task-clock.ts' },
    find: 'if (!this.#stopped) void this.#run(id).catch(',
    put: 'if (this.#stopped && id) void this.#run(id).catch(',
  },
  {
    ...{ promise: 'G12', what: 'the audit record is not written', spec: 'g12-', file: unitOfWork },
    find: 'await tx.audit();\n      return reply;',
    put: 'return reply;',
  },
  {
    ...{ promise: 'G12', what: 'the audit record is written in another transaction', spec: 'g12-', file: unitOfWork },
    find: 'await tx.audit();\n      return reply;',
    put: 'await this.refused(ctx, "");\n      return reply;',
  },
];

/** The text wherever the formatter breaks its lines. */
const layoutFree = (text: string): RegExp =>
  new RegExp(
    text
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s+/g, '\\s+')
      .replace(/\\\(/g, '\\(\\s*')
      .replace(/\\\)/g, ',?\\s*\\)'),
  );

/** A mutant that runs in circles is ended with everything it started, and did not pass. */
async function passes(spec: string): Promise<boolean> {
  const child = spawn('npm', ['run', '-s', 'test:int', '--', `test/promises/${spec}`], { cwd: copy, stdio: 'ignore', detached: true });
  const timers = (['SIGTERM', 'SIGKILL'] as const).map((signal, at) =>
    setTimeout(() => process.kill(-child.pid!, signal), 240_000 + at * 10_000),
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  for (const timer of timers) clearTimeout(timer);
  return code === 0;
}

const only = process.argv[2] === undefined || process.argv[2].startsWith('-') ? '' : process.argv[2];
const chosen = mutants.filter(({ promise }) => !only || promise === only);
const copy = mkdtempSync(join(tmpdir(), 'karez-mutants-'));
const missed: string[] = [];
try {
  // hard links: the copy costs no space, and a mutated file is a new file
  execFileSync('sh', ['-c', `git ls-files -z | xargs -0 cp --parents -t "${copy}" && cp -al node_modules "${copy}/node_modules"`]);
  for (const { promise, what, file, find, put, spec } of chosen) {
    const path = join(copy, file);
    const source = readFileSync(path, 'utf8');
    if (source.split(layoutFree(find)).length !== 2) throw new Error(`${promise}: the mutant "${what}" no longer fits ${file}`);
    rmSync(path);
    writeFileSync(
      path,
      source.replace(layoutFree(find), () => put),
    );
    const passed = await passes(spec);
    writeFileSync(path, source);
    console.log(`${promise}  ${passed ? 'MISSED' : 'caught'}  ${what}`);
    if (passed) missed.push(what);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(JSON.stringify({ area: 'promises', mutants: chosen.length, caught: chosen.length - missed.length, missed }));
process.exitCode = missed.length ? 1 : 0;
