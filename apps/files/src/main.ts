import { runService } from '@karez/service';
import { files } from './definition.js';

await runService(files);
