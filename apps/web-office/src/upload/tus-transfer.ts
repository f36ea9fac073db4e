import { DetailedError, Upload, type HttpRequest } from 'tus-js-client';
import { session } from '../app/api.js';
import { fingerprintOf, knownUploads } from './known-uploads.js';

/** 8 MiB: what is lost at most when the line is cut, and small enough for a slow county line to make progress. */
const chunkBytes = 8 * 1024 * 1024;
/** A cut line is tried again for half an hour and more, then the person decides. */
const retryDelays = [500, 1_000, 3_000, 5_000, 10_000, 20_000, ...Array.from({ length: 60 }, () => 30_000)];

export interface TransferListener {
  /** Bytes that the server has. */
  readonly onSent: (bytes: number) => void;
  /** The line is cut; it is tried again by itself. */
  readonly onCut: () => void;
  readonly onArrived: (fileId: string) => void;
  /** In the office's words, as the server said it. */
  readonly onRefused: (refusal: string) => void;
}
export interface RunningTransfer {
  readonly pause: () => void;
  readonly resume: () => void;
  /** Stops it and tells the server to forget what it has. */
  readonly cancel: () => void;
}

/** One file on its way to the files service (tus 1.0). A file whose upload was begun before goes on where it stood. */
export function transfer(file: File, personId: string, on: TransferListener): RunningTransfer {
  let renewed = false;
  const upload = new Upload(file, {
    endpoint: `${session.options.baseUrl}/files/uploads`,
    metadata: { filename: file.name },
    ...{ chunkSize: chunkBytes, retryDelays: [...retryDelays], removeFingerprintOnSuccess: true },
    urlStorage: knownUploads(localStorage),
    fingerprint: () => Promise.resolve(fingerprintOf(personId, file)),
    onBeforeRequest: (request) => setHeaders(request),
    // the access token expires during a long upload: the session is renewed once, a second refusal stands
    onAfterResponse: async (_request, response) => {
      renewed = response.getStatus() === 401 && !renewed && (await session.renew());
    },
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0;
      if (status === 0) on.onCut();
      return status === 0 || status >= 500 || status === 409 || status === 423 || status === 429 || (status === 401 && renewed);
    },
    onProgress: (bytes) => on.onSent(bytes),
    onSuccess: () => on.onArrived(idIn(upload.url)),
    onError: (error) => on.onRefused(wordsOf(error)),
  });
  const begin = () =>
    upload
      .findPreviousUploads()
      .then(([previous]) => {
        if (previous) upload.resumeFromPreviousUpload(previous);
        upload.start();
      })
      .catch(() => on.onRefused('页面出错，没有上传。请刷新后重试。'));
  void begin();
  return {
    pause: () => void upload.abort(),
    resume: () => void begin(),
    // what could not be ended here ends at the server by itself within a day
    cancel: () => void upload.abort(true).catch(() => undefined),
  };
}

const setHeaders = (request: HttpRequest) => {
  for (const [name, value] of Object.entries(session.headers())) request.setHeader(name, value);
};

const idIn = (url: string | null): string => url?.split('/').at(-1) ?? '';

/** The server's own words (problem details), else what can be said without them. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof DetailedError) || !error.originalResponse) return '网络中断，已传的部分留在服务器上，可以继续。';
  try {
    const { detail } = JSON.parse(error.originalResponse.getBody()) as { detail?: unknown };
    if (typeof detail === 'string') return detail;
  } catch {
    // a proxy's page instead of an answer: said below
  }
  return `服务器没有接收这个文件（HTTP ${error.originalResponse.getStatus()}）。`;
}
