import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { act, bodyCalled, sealed, sent, until, uploaded, wellFormedPdf } from './exchange-acts.js';
import { baseUrl, call, signIn } from './platform-under-test.js';

jest.setTimeout(120_000);

let county: string;
let department: string;
let other: string;
let departmentId: string;
let countyId: string;
beforeAll(async () => {
  [{ token: county }, { token: department }, { token: other }] = await Promise.all([
    signIn('cele.clerk'),
    signIn('office.clerk'),
    signIn('yutian.clerk'),
  ]);
  // the bodies and their keys come with the events of identity
  await until(async () => {
    const { body } = await call('GET', '/api/exchange/directory/groups', { token: department });
    return body.items?.find(({ id, members }: { id: string; members: number }) => id === 'counties' && members > 100);
  }, 60_000);
  departmentId = await until(async () => bodyCalled(county, '新疆维吾尔自治区水利厅').catch(() => undefined));
  countyId = await until(async () => bodyCalled(department, '策勒县水利局').catch(() => undefined));
});

it('a 请示 with a PDF goes from a county to the department; both have proof that a third can check without us', async () => {
  const fileId = await uploaded(county, '请示正文.pdf', wellFormedPdf());
  const documentId = await sealed(county, {
    ...{ title: '关于安排冬季输水计划的请示', documentType: 'request', signatories: ['清源长'] },
    files: [{ fileId, role: 'layout' }],
  });
  const dispatch = await sent(county, documentId, { primary: [departmentId] });
  const [{ id }] = dispatch.deliveries;
  const arrived = await call('GET', `/api/exchange/deliveries/${id}`, { token: department });
  expect(arrived.body).toMatchObject({ side: 'recipient', state: 'delivered', direction: 'upward', senderName: '策勒县水利局' });
  expect(arrived.body.files[0]).toMatchObject({ fileId, name: '请示正文.pdf', layout: { format: 'pdf', pages: 1 } });
  const link = await act(department, 'POST', `/deliveries/${id}/files/${fileId}/links`, { use: 'download' });
  expect((await call('GET', link.body.url, { token: department })).status).toBe(200);
  const signed = await act(department, 'POST', `/deliveries/${id}/sign`, { incomingNumber: '收〔2026〕18号' });
  expect(signed.body).toMatchObject({ state: 'signed_for', decidedByName: '文若溪' });
  const followed = await call('GET', `/api/exchange/deliveries/${id}`, { token: county });
  expect(followed.body).toMatchObject({ side: 'sender', state: 'signed_for', decidedByName: '文若溪' });

  const answer = await fetch(`${baseUrl}/api/exchange/deliveries/${id}/evidence`, { headers: { authorization: `Bearer ${county}` } });
  const evidence = await answer.text();
  expect(verdictOn(evidence)).toMatchObject({ status: 0, text: expect.stringContaining('签名全部有效') });
  expect(verdictOn(evidence.replace('文若溪', '文若汐')).status).toBe(1);
});

it('another county sees nothing of it', async () => {
  const [{ id }] = (await sent(department, await sealed(department), { primary: [countyId] })).deliveries;
  expect((await call('GET', `/api/exchange/deliveries/${id}`, { token: other })).status).toBe(404);
  expect((await act(other, 'POST', `/deliveries/${id}/sign`)).status).toBe(404);
});

it('a recall before sign-for succeeds, one after it tells who was first', async () => {
  const documentId = await sealed(department);
  const [first] = (await sent(department, documentId, { primary: [countyId] })).deliveries;
  expect((await act(department, 'POST', `/deliveries/${first.id}/recall`, { reason: '附件有误' })).body.state).toBe('recalled');
  expect((await act(county, 'POST', `/deliveries/${first.id}/sign`)).body.code).toBe('exchange.delivery.recalled');
  const [second] = (await sent(department, documentId, { primary: [countyId] })).deliveries;
  await act(county, 'POST', `/deliveries/${second.id}/sign`);
  const late = await act(department, 'POST', `/deliveries/${second.id}/recall`, { reason: '改稿' });
  expect(late.status).toBe(409);
  expect(late.body).toMatchObject({ code: 'exchange.delivery.already_signed', evidence: { state: 'signed_for' } });
  expect(late.body.detail).toMatch(/^撤回失败：对方已于 \d\d-\d\d \d\d:\d\d 签收（泉映月，回执 HZ-\d{4}-[0-9A-F]{8}）/);
});

it('a group of all counties gets it once each, and all are urged in one act', async () => {
  const groups = await call('GET', '/api/exchange/directory/groups', { token: department });
  const { members } = groups.body.items.find(({ id }: { id: string }) => id === 'counties');
  const dispatch = await sent(department, await sealed(department), { primary: ['group:counties'] });
  expect(dispatch.deliveries).toHaveLength(members);
  expect(new Set(dispatch.deliveries.map(({ recipientId }: { recipientId: string }) => recipientId)).size).toBe(members);
  expect(dispatch.counts).toEqual({ delivered: members });
  expect((await act(department, 'POST', `/dispatches/${dispatch.id}/urge`)).body).toEqual({ done: members, refused: [] });
});

it('a second click is the same act', async () => {
  const documentId = await sealed(department);
  const click = () =>
    call('POST', '/api/exchange/dispatches', {
      ...{ token: department, body: { documentId, primary: [countyId] }, headers: { 'idempotency-key': `click-${documentId}` } },
    });
  const [one, two] = await Promise.all([click(), click()]);
  expect(two.body.id).toBe(one.body.id);
});

it.each([
  ['nobody', { primary: [] }, 422, 'exchange.dispatch.no_recipient'],
  ['an unknown body', { primary: ['00000000-0000-7000-8000-000000000000'] }, 422, 'exchange.dispatch.recipient_unknown'],
  ['an unknown group', { primary: ['group:nobody'] }, 422, 'exchange.dispatch.group_unknown'],
  ['something that is no id', { primary: ['策勒县'] }, 400, 'request.invalid'],
  [
    'two thousand and one',
    { primary: Array.from({ length: 2_001 }, () => '00000000-0000-7000-8000-000000000000') },
    400,
    'request.invalid',
  ],
])('a dispatch to %s is refused with a code and sent to nobody', async (_, recipients, status, code) => {
  const documentId = await sealed(department);
  const answer = await act(department, 'POST', '/dispatches', { documentId, ...recipients });
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  const { body } = await call('GET', `/api/exchange/dispatches?q=${encodeURIComponent('no such')}`, { token: department });
  expect(body.items).toEqual([]);
});

it('nothing classified is kept, by class or by marking', async () => {
  const make = (more: object) =>
    act(department, 'POST', '/documents', {
      ...{ title: '关于水库调度的通知', documentType: 'notice', issueDate: '2026-11-23', body: '略' },
      ...{ documentNumber: { agencyCode: '密', year: 2026, serial: 1 }, ...more },
    });
  expect((await make({ securityClass: 'secret' })).body.code).toBe('exchange.document.classified');
  expect((await make({ body: '秘密★10年\n关于调度' })).body.code).toBe('exchange.document.classified_marking');
  const kept = await call('GET', '/api/exchange/documents?q=水库调度', { token: department });
  expect(kept.body.items).toEqual([]);
});

it('a 请示 goes up and to one body only', async () => {
  const documentId = await sealed(department, { documentType: 'request', title: '关于经费的请示' });
  const down = await act(department, 'POST', '/dispatches', { documentId, primary: [countyId] });
  expect([down.status, down.body.code]).toEqual([422, 'exchange.dispatch.request_not_upward']);
  const many = await act(department, 'POST', '/dispatches', { documentId, primary: ['group:prefectures'] });
  expect(many.body.code).toBe('exchange.dispatch.request_one_body');
});

/** The single-file verifier's exit code on these bytes. */
function verdictOn(bytes: string): { status: number | null; text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'karez-evidence-'));
  const file = join(folder, 'evidence.json');
  writeFileSync(file, bytes);
  const verifier = fileURLToPath(new URL('../../tools/verify-evidence.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return { status, text: stdout + stderr };
}
