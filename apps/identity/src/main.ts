import { runService } from '@karez/service';
import { identity } from './definition.js';

await runService(identity);
