import { Controller, Get, Header, Inject } from '@nestjs/common';
import type { OpenApi } from './open-api.js';

export const openApiToken = 'OpenApi';

/** `GET /api/openapi.json` */
@Controller()
export class OpenApiController {
  constructor(@Inject(openApiToken) private readonly document: OpenApi) {}

  @Get('openapi.json')
  @Header('cache-control', 'no-cache')
  whole(): OpenApi {
    return this.document;
  }
}
