import type { CallObserver } from '@karez/messaging';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import type { Log } from './log.js';

/** A process's numbers, in Prometheus' words. */
export class Metrics {
  readonly registry = new Registry();
  readonly #calls = new Histogram({
    ...{ name: 'karez_operation_seconds', help: 'Time from a call to its answer', labelNames: ['subject', 'code'] as const },
    ...{ buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3], registers: [this.registry] },
  });
  readonly healed = new Counter({
    name: 'karez_healing_total',
    help: 'Background failures that are tried again',
    labelNames: ['what'] as const,
    registers: [this.registry],
  });

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
  }

  /** Every answered call becomes a number and, when it is worth it, a line. */
  observer(log: Log): CallObserver {
    return {
      answered: ({ subject, ms, code, trace, actor, commandId, error }) => {
        this.#calls.observe({ subject, code: code ?? 'ok' }, ms / 1000);
        const line = { subject, ms: Math.round(ms), trace, commandId, actor: actor?.id ?? '', ...(code ? { code } : {}) };
        if (error) log.error({ ...line, err: error }, 'a call failed unexpectedly');
        else log.debug(line, 'answered');
      },
    };
  }

  /** The state of the outbox, the dead letters and the reconciliation, read when the numbers are asked for. */
  watchDatabase(source: DataSource): void {
    const gauge = (name: string, help: string, sql: string): void => {
      new Gauge({
        ...{ name, help, registers: [this.registry] },
        async collect() {
          const [row] = await source.query<[{ value: string | null }]>(sql);
          this.set(Number(row.value ?? 0));
        },
      });
    };
    gauge('karez_outbox_unsent', 'Events not yet published', 'select count(*) as value from outbox where sent_at is null');
    gauge(
      'karez_outbox_age_seconds',
      'Age of the oldest unpublished event',
      'select extract(epoch from now() - min(occurred_at)) as value from outbox where sent_at is null',
    );
    gauge(
      'karez_dead_letters',
      'Events that wait for a person',
      `select count(*) as value from dead_letter where state in ('dead', 'held')`,
    );
    gauge(
      'karez_reconcile_lag_seconds',
      'Time since the slowest reconciliation',
      'select extract(epoch from now() - min(at)) as value from inbox_watermark',
    );
    gauge(
      'karez_tasks_overdue',
      'Tasks that should have run a minute ago',
      `select count(*) as value from task where state = 'waiting' and due_at < now() - interval '1 minute'`,
    );
  }
}
