import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { S3Settings } from '../config.js';
import { contentKey, type ContentStore } from './content-store.js';

const partBytes = 8 * 1024 * 1024;

/** Content in an S3 bucket. An object appears only when its last part has come. */
export class S3Store implements ContentStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Settings) {
    this.#bucket = bucket;
    this.#client = new S3Client({
      region,
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      credentials: { accessKeyId, secretAccessKey },
      // digests are our own; older S3 servers refuse the checksum headers that the SDK adds by itself
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(sha256: string, path: string): Promise<void> {
    const params = {
      ...this.#object(sha256),
      Body: createReadStream(path, { highWaterMark: 1024 * 1024 }),
      ContentType: 'application/octet-stream',
    };
    await new Upload({ client: this.#client, params, queueSize: 2, partSize: partBytes }).done();
  }

  async size(sha256: string): Promise<number | undefined> {
    try {
      return (await this.#client.send(new HeadObjectCommand(this.#object(sha256)))).ContentLength;
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
      throw error;
    }
  }

  async open(sha256: string, from: number, to: number): Promise<Readable> {
    const { Body } = await this.#client.send(new GetObjectCommand({ ...this.#object(sha256), Range: `bytes=${from}-${to}` }));
    return Body as Readable;
  }

  async remove(sha256: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#object(sha256)));
  }

  #object(sha256: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: contentKey(sha256) };
  }
}
