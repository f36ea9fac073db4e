import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { peopleOf, type People, type Side, sentAndSigned, somePdf } from '../nodes/story.ts';
import { TwoNodes } from '../nodes/two-nodes.ts';

jest.setTimeout(150_000);
const root = fileURLToPath(new URL('../..', import.meta.url));

// two installations with all their servers, joined by leaf nodes of the brokers
let nodes: TwoNodes;
let people: People;
let province: Side;
let hetian: Side;

beforeAll(async () => {
  const folder = join(root, '.karez', 'test', `nodes-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  nodes = await TwoNodes.start({ folder, link: 'nats' });
  people = await peopleOf(nodes);
  province = { node: nodes.province, token: people.department };
  hetian = { node: nodes.hetian, token: people.county };
}, 240_000);
afterAll(() => nodes?.end(), 60_000);

it('documents go both ways with their files, and both sides hold the same proof', async () => {
  const id = await sentAndSigned(province, hetian, people.countyId, somePdf());
  await sentAndSigned(hetian, province, people.departmentId, somePdf());
  const evidence = await fetch(`${nodes.hetian.baseUrl}/api/exchange/deliveries/${id}/evidence`, {
    headers: { authorization: `Bearer ${people.county}` },
  }).then((answer) => answer.text());
  expect(verdictOn(evidence)).toBe(0);
  expect(verdictOn(evidence.replace('泉映月', '泉映日'))).toBe(1);
  const { files } = await nodes.hetian.done('GET', `/exchange/deliveries/${id}`, people.county);
  const link = await nodes.hetian.done('POST', `/exchange/deliveries/${id}/files/${files[0].fileId}/links`, people.county, {
    use: 'download',
  });
  const bytes = await fetch(nodes.hetian.baseUrl + link.url, { headers: { authorization: `Bearer ${people.county}` } });
  expect((await bytes.text()).startsWith('%PDF-1.4')).toBe(true);
});

it('with the line cut both go on; healed, both agree within a minute, and what was recalled meanwhile never shows', async () => {
  nodes.cut();
  const down = await province.node.sent(province.token, people.countyId, '关于报送灌溉用水计划的函');
  const up = await hetian.node.sent(hetian.token, people.departmentId, '关于调整输水时间的函');
  await province.node.reaches(province.token, down, 'in_flight');
  const recalled = await province.node.sent(province.token, people.countyId, '关于防冻检查的函');
  await province.node.done('POST', `/exchange/deliveries/${recalled}/recall`, province.token, { reason: '文号有误' });
  nodes.heal();
  await province.node.reaches(province.token, down, 'delivered', 60_000);
  await hetian.node.reaches(hetian.token, up, 'delivered', 60_000);
  await province.node.reaches(province.token, recalled, 'recalled', 60_000);
  expect(await hetian.node.state(hetian.token, recalled)).toBeUndefined();
});

it('a recall that is asked before the other node signs wins, one after it is told who signed', async () => {
  const first = await province.node.sent(province.token, people.countyId, '关于水质监测的函');
  await province.node.reaches(province.token, first, 'delivered');
  await province.node.done('POST', `/exchange/deliveries/${first}/recall`, province.token, { reason: '改发' });
  await province.node.reaches(province.token, first, 'recalled');
  expect((await hetian.node.call('POST', `/exchange/deliveries/${first}/sign`, hetian.token, {})).body.code).toBe(
    'exchange.delivery.recalled',
  );
  const second = await sentAndSigned(province, hetian, people.countyId, somePdf());
  const late = await province.node.call('POST', `/exchange/deliveries/${second}/recall`, province.token, { reason: '改发' });
  expect(late.body).toMatchObject({ status: 409, code: 'exchange.delivery.already_signed' });
});

it('nobody here acts for a body that the other node serves', async () => {
  const token = await nodes.province.signIn('cele.clerk');
  const document = {
    title: '关于支援的请示',
    documentType: 'request',
    issueDate: '2026-11-26',
    body: '请予支持。',
    signatories: ['水长流'],
  };
  const number = { agencyCode: '策水', year: 2026, serial: 9 };
  const refused = await nodes.province.call('POST', '/exchange/documents', token, { ...document, documentNumber: number });
  expect(refused.body.code).toBe('exchange.document.body_unknown');
});

it('a post that no joined node has signed is refused', async () => {
  const signature = {
    v: 1,
    alg: 'SM2-SM3',
    purpose: 'exchange.node-post',
    signer: 'node:stranger',
    keyId: 'x',
    signedAt: '',
    digest: '',
    signature: '',
  };
  const post = (body: object): Promise<{ body: { code: string } }> =>
    nodes.province.call('POST', '/exchange/node-post', undefined, { body: JSON.stringify(body), signature });
  const head = { at: new Date().toISOString(), from: 'stranger', to: 'province', v: 1 };
  expect((await post(head)).body.code).toBe('exchange.node.unknown');
  expect((await post({ ...head, from: 'hetian' })).body.code).toBe('exchange.node.signature');
  expect((await post({ ...head, to: 'elsewhere' })).body.code).toBe('exchange.node.misaddressed');
  expect((await post({ ...head, v: 9 })).body.code).toBe('exchange.letter.version');
  expect((await post([1])).body.code).toBe('exchange.letter.malformed');
});

function verdictOn(evidence: string): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'karez-evidence-'));
  const file = join(folder, 'evidence.json');
  writeFileSync(file, evidence);
  const { status } = spawnSync(process.execPath, [join(root, 'tools/verify-evidence.mjs'), file]);
  rmSync(folder, { recursive: true, force: true });
  return status;
}
