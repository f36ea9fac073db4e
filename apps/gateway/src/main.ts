import 'reflect-metadata';
import { stopOnSignal } from '@karez/service';
import { readGatewayEnvironment } from './gateway-environment.js';
import { startGateway } from './start-gateway.js';

const gateway = await startGateway(readGatewayEnvironment());
stopOnSignal(gateway.log, () => gateway.stop());
