import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ServiceHealth } from './service-health.js';

/** `GET /api/health`: 200 when everything is up, else 503 and which is not. */
@Controller()
export class HealthController {
  constructor(@Inject(ServiceHealth) private readonly health: ServiceHealth) {}

  @Get('health')
  async overall(@Res() reply: FastifyReply): Promise<void> {
    const overall = await this.health.overall();
    await reply.status(overall.status === 'up' ? 200 : 503).send(overall);
  }
}
