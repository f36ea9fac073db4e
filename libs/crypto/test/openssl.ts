import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The OpenSSL command line as the independent other side: bytes become files in a folder of its own, which `close` removes. */
export class OpenSsl {
  readonly #folder = mkdtempSync(join(tmpdir(), 'karez-openssl-'));
  #files = 0;

  /** @returns standard output. @throws when OpenSSL answers with another exit code than 0 */
  run(...args: (string | Uint8Array)[]): Buffer {
    const words = args.map((arg) => (typeof arg === 'string' ? arg : this.file(arg)));
    return execFileSync('openssl', words, { stdio: ['ignore', 'pipe', 'pipe'] });
  }

  file(content: Uint8Array): string {
    const path = join(this.#folder, String((this.#files += 1)));
    writeFileSync(path, content);
    return path;
  }

  newPrivateKey(): string {
    return this.run('genpkey', '-algorithm', 'SM2').toString();
  }

  sign(message: Uint8Array, privatePem: string, id: string): Buffer {
    return this.run('pkeyutl', '-sign', '-inkey', pem(privatePem), '-in', message, ...SM2_SM3, '-pkeyopt', `distid:${id}`);
  }

  verifies(message: Uint8Array, signature: Uint8Array, publicPem: string, id: string): boolean {
    const key = ['-pubin', '-inkey', pem(publicPem)];
    try {
      this.run('pkeyutl', '-verify', ...key, '-in', message, '-sigfile', signature, ...SM2_SM3, '-pkeyopt', `distid:${id}`);
      return true;
    } catch {
      return false;
    }
  }

  encrypt(plaintext: Uint8Array, publicPem: string): Buffer {
    return this.run('pkeyutl', '-encrypt', '-pubin', '-inkey', pem(publicPem), '-in', plaintext);
  }

  decrypt(ciphertext: Uint8Array, privatePem: string): Buffer {
    return this.run('pkeyutl', '-decrypt', '-inkey', pem(privatePem), '-in', ciphertext);
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const SM2_SM3 = ['-rawin', '-digest', 'sm3'];
const pem = (text: string): Buffer => Buffer.from(text);
