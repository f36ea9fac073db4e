import { DomainError } from '@karez/kernel';
import type { FastifyReply } from 'fastify';

/**
 * Counts the calls under way. Above the bound the edge refuses at once, instead of letting everyone wait; no single
 * service may take more than half of it, so that one that hangs does not take the others along.
 */
export class Capacity {
  #underWay = 0;
  readonly #byService = new Map<string, number>();

  constructor(private readonly most: number) {}

  get underWay(): number {
    return this.#underWay;
  }

  /** Holds a place until the answer is out or the caller is gone. @throws DomainError `service.overloaded` */
  enter(service: string, reply: FastifyReply): void {
    const own = this.#byService.get(service) ?? 0;
    if (this.#underWay >= this.most || own >= Math.max(1, this.most / 2)) throw new DomainError('service.overloaded', { service });
    this.#underWay++;
    this.#byService.set(service, own + 1);
    reply.raw.once('close', () => {
      this.#underWay--;
      this.#byService.set(service, this.#byService.get(service)! - 1);
    });
  }
}
