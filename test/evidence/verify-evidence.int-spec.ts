import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_USER_ID, SoftwareCryptoProvider } from '@karez/crypto';
import { OpenSsl } from '../../libs/crypto/test/openssl.js';
import { flipped } from '../../libs/crypto/test/seeded.js';
import { readPoint, sm2Verify } from '../../tools/verify-evidence.mjs';
import { EvidenceMaker, fingerprintOf, someKeys } from './evidence-sample.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const verifier = join(root, 'tools/verify-evidence.mjs');
const provider = new SoftwareCryptoProvider({ threads: 1 });
const openssl = new OpenSsl();
const folder = mkdtempSync(join(tmpdir(), 'karez-evidence-'));
let good: Buffer;
let fingerprint: string;
beforeAll(async () => {
  const maker = new EvidenceMaker(provider, await someKeys(provider));
  good = await maker.file();
  fingerprint = fingerprintOf(maker.keys.root);
});
afterAll(async () => {
  openssl.close();
  rmSync(folder, { recursive: true, force: true });
  await provider.close();
});

/** In a folder where there is nothing but the file, so that nothing of the repository can be used. */
function run(file: Uint8Array, ...args: string[]) {
  writeFileSync(join(folder, 'evidence.json'), file);
  writeFileSync(join(folder, 'verify-evidence.mjs'), readFileSync(verifier));
  return spawnSync(process.execPath, ['verify-evidence.mjs', 'evidence.json', ...args], { cwd: folder, encoding: 'utf8' });
}

describe('the verifier as a program', () => {
  it('says in the office’s words who signed what when', () => {
    const { status, stdout, stderr } = run(good, '--root', fingerprint);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('证据有效\n');
    expect(stdout).toContain(`根密钥指纹（已核对）  ${fingerprint}`);
    expect(stdout).toContain('✓ 2026-11-23 10:40:00  签收回执  策勒县水利局（示例） 阿依努尔');
  });

  it('says that the root was not compared when it was given none', () => {
    const { status, stdout } = run(good);
    expect(status).toBe(0);
    expect(stdout).toContain('签名全部有效，根密钥未核对\n');
    expect(stdout).toContain('root.not_compared');
  });

  it('answers programs with one JSON object', () => {
    const { status, stdout } = run(good, '--json', '--root', fingerprint);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'valid', rootCompared: true, custody: 'signed_for', findings: [] });
  });

  it('ends with 1 for what is not valid, and names it', () => {
    const other = run(good, '--root', 'ab'.repeat(32));
    expect([other.status, other.stdout]).toEqual([1, expect.stringContaining('root.foreign')]);
    const changed = run(Buffer.from(good.toString().replace('10:40', '10:41').replace('02:40:00', '02:41:00')), '--root', fingerprint);
    expect([changed.status, changed.stdout]).toEqual([1, expect.stringContaining('signature.digest')]);
    expect(run(Buffer.from('no evidence')).status).toBe(1);
  });

  it('ends with 2 when there was nothing to check', () => {
    const node = (...args: string[]) => spawnSync(process.execPath, [verifier, ...args], { cwd: folder, encoding: 'utf8' });
    expect(node()).toMatchObject({ status: 2, stdout: '' });
    expect(node('missing.json')).toMatchObject({ status: 2, stdout: '' });
    expect(node('evidence.json', '--root', 'abc')).toMatchObject({ status: 2, stdout: '' });
    expect(node('evidence.json', '--other')).toMatchObject({ status: 2, stdout: '' });
  });

  it('imports nothing but what Node brings', () => {
    const imported = [...readFileSync(verifier, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name);
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.filter((name) => !name?.startsWith('node:'))).toEqual([]);
  });
});

describe('the page', () => {
  it('is what tools/verify-evidence-page.mjs makes of the verifier', () => {
    const check = spawnSync(process.execPath, [join(root, 'tools/verify-evidence-page.mjs'), '--check'], { encoding: 'utf8' });
    expect(check).toMatchObject({ stderr: '', status: 0 });
  });
});

describe('signatures that OpenSSL made', () => {
  it('stand, under the usual user id and under another, and fall with any change', async () => {
    for (const id of [DEFAULT_USER_ID, '策勒县水利局', 'ALICE123@YAHOO.COM'])
      for (const message of [
        Buffer.from('a'),
        Buffer.from('新水办〔2026〕128号 关于做好今冬明春水利工作的通知'),
        Buffer.alloc(10_000, 7),
      ]) {
        const privatePem = openssl.newPrivateKey();
        const { publicKey } = await provider.importPrivateKey(privatePem);
        const signature = openssl.sign(message, privatePem, id);
        const point = readPoint(publicKey.toBytes().toString('hex'))!;
        expect(sm2Verify(message, signature, point, id)).toBe(true);
        expect(sm2Verify(message, signature, point, `${id}.`)).toBe(false);
        expect(sm2Verify(flipped(message, 3), signature, point, id)).toBe(false);
        expect(sm2Verify(message, flipped(signature, signature.length * 8 - 9), point, id)).toBe(false);
      }
  });
});
