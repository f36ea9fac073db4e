import { fileApi } from '@karez/contracts-files';
import { createClient } from '@karez/web-client';
import { session } from '../app/api.js';

/** The files service, apart from the client of the first load: only screens with a file need it. */
export const { files } = createClient({ files: fileApi }, { session });
