import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { OpenApi } from './open-api.js';

/** `/api/docs`: Swagger UI from this server alone; nothing is asked of any other host. */
export function serveDocumentation(app: NestFastifyApplication, document: OpenApi): void {
  SwaggerModule.setup('docs', app, document as unknown as OpenAPIObject, {
    ...{ useGlobalPrefix: true, raw: false, customSiteTitle: 'Karez 坎儿井 · API' },
    swaggerOptions: { validatorUrl: null, docExpansion: 'none', displayRequestDuration: true, tryItOutEnabled: false },
  });
}
