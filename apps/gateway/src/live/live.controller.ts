import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Admission } from '../admission/admission.js';
import { LiveStreams } from './live-streams.js';

/** `GET /api/live`: hints to look again, as server-sent events. */
@Controller()
export class LiveController {
  constructor(
    @Inject(Admission) private readonly admission: Admission,
    @Inject(LiveStreams) private readonly streams: LiveStreams,
  ) {}

  @Get('live')
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const gate = { service: 'live', needs: 'signed-in', stepUp: false, changing: false, lasting: true } as const;
    const { actor, sessionId = actor.id } = await this.admission.admit(request, reply, gate);
    void reply.header('content-type', 'text/event-stream').header('x-accel-buffering', 'no');
    // not awaited: a reply is over when the line is
    if (request.method === 'HEAD') void reply.send();
    else void reply.send(this.streams.add(sessionId, actor));
  }
}
