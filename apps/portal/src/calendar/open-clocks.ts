import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type Ctx, newId, type WorkingCalendar } from '@karez/kernel';
import { systemActor, traceparent, type Watch } from '@karez/messaging';
import { Tx } from '@karez/persistence';
import { DataSource, In, Not } from 'typeorm';
import { dueOf } from '../disclosure-request/clock.js';
import { DisclosureRequest } from '../disclosure-request/disclosure-request.entity.js';
import { Letter } from '../letter/letter.entity.js';
import { letterDue, openLetterStates } from '../letter/letter.policy.js';
import { WorkingDays } from './working-days.js';

/** Letters and requests that are still to be answered, by the calendar as it stands: only what moves is written. */
@Injectable()
export class OpenClocks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly days: WorkingDays,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  async derive(): Promise<void> {
    const calendar = await this.days.calendar(this.source.manager);
    for (const id of await this.#lettersToMove(calendar))
      await this.#on(`letter ${id}`, async (tx) => {
        const letter = await tx.load(Letter, id);
        letter.derive(letterDue.bind(null, calendar));
        await tx.save(letter);
      });
    for (const id of await this.#requestsToMove(calendar))
      await this.#on(`disclosure request ${id}`, async (tx) => {
        const request = await tx.load(DisclosureRequest, id);
        request.derive(calendar);
        await tx.save(request);
      });
  }

  async #lettersToMove(calendar: WorkingCalendar): Promise<string[]> {
    const select = { id: true, receivedAt: true, letterClass: true, dueAt: true, dueProvisional: true } as const;
    const open = await this.source.manager.find(Letter, { select, where: { state: In([...openLetterStates]) } });
    return open.flatMap(({ id, receivedAt, letterClass, dueAt, dueProvisional }) => {
      const { at, provisional } = letterDue(calendar, receivedAt, letterClass);
      return at.getTime() === dueAt.getTime() && provisional === dueProvisional ? [] : [id];
    });
  }

  async #requestsToMove(calendar: WorkingCalendar): Promise<string[]> {
    const select = { id: true, ledger: true, dueAt: true, dueProvisional: true } as const;
    const open = await this.source.manager.find(DisclosureRequest, { select, where: { state: Not(In(['answered', 'abandoned'])) } });
    return open.flatMap(({ id, ledger, dueAt, dueProvisional }) => {
      const { at, provisional } = dueOf(ledger, calendar);
      return at?.getTime() === dueAt?.getTime() && provisional === dueProvisional ? [] : [id];
    });
  }

  /** One that cannot be worked out does not keep the others from it. */
  #on(what: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    const done = this.source.transaction(async (manager) => {
      const tx = new Tx(manager, context(), 'portal');
      await work(tx);
      await tx.audit();
    });
    return done.catch((error: unknown) => this.watch.healing(what, error));
  }
}

function context(): Ctx {
  const [now, commandId] = [new Date(), newId()];
  return {
    ...{ actor: systemActor('portal'), commandId, requestDigest: commandId, now, deadline: now.getTime() + 60_000 },
    ...{ operation: 'job.portal.deriveClocks', trace: traceparent() },
  };
}
