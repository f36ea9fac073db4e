import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { identityApi } from '@karez/contracts-identity';
import { eventually } from '@karez/testing';
import { creditCheckSign } from '../src/org/credit-code.js';
import { IdentityUnderTest } from './identity-under-test.js';

let identity: IdentityUnderTest;
beforeAll(async () => {
  identity = await IdentityUnderTest.start();
}, 60_000);
afterAll(() => identity.stop());

const password = 'a walk along the river';
const messagesTo = async (phone: string): Promise<string[]> => {
  const text = await readFile(join(identity.dataDir, 'sms-outbox.jsonl'), 'utf8').catch(() => '');
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { phone: string; text: string });
  return lines.filter((line) => line.phone === phone).map((line) => line.text);
};
const request = (phone: string): Promise<unknown> => identity.call(identityApi.requestApplicantCode, { phone });
/** Asks for a code, as if the last one had been sent more than a minute ago, and reads it. */
async function newCode(phone: string): Promise<string> {
  const before = (await messagesTo(phone)).length;
  await minuteLater(phone);
  await request(phone);
  const message = await eventually(async () => {
    const messages = await messagesTo(phone);
    expect(messages.length).toBe(before + 1);
    return messages.at(-1)!;
  });
  return /验证码是 (\d{6})/.exec(message)![1]!;
}
const register = (phone: string, code: string, more: object = {}): Promise<{ id: string }> =>
  identity.call(identityApi.registerApplicant, { kind: 'person', name: '群众乙', phone, code, password, ...more } as never);
const minuteLater = (phone: string): Promise<unknown> =>
  identity.database.query(`update applicant_code set sent_at = sent_at - interval '61 seconds' where phone = $1`, [phone]);

it('registers with the code that was sent, signs in, and is nobody of the staff', async () => {
  const phone = '13800000011';
  const { id } = await register(phone, await newCode(phone));
  const signedIn = await identity.call(identityApi.signInApplicant, { phone, password });
  expect(signedIn).toMatchObject({ realm: 'applicant', passwordMustChange: false });
  const as = await identity.callerOf(signedIn);
  expect(await identity.call(identityApi.getMe, {}, { as })).toMatchObject({
    realm: 'applicant',
    id,
    account: phone,
    name: '群众乙',
    permissions: [],
    posts: [],
  });
  await expect(identity.call(identityApi.updateMe, {}, { as })).rejects.toMatchObject({ code: 'auth.forbidden' });
  await expect(identity.call(identityApi.listOrgs, {}, { as })).rejects.toMatchObject({ code: 'auth.forbidden' });
  expect((await identity.call(identityApi.listSessions, {}, { as })).items).toHaveLength(1);
  expect((await stat(join(identity.dataDir, 'sms-outbox.jsonl'))).mode & 0o777).toBe(0o600);
  await identity.call(identityApi.changePassword, { current: password, next: 'another walk uphill' }, { as });
  await expect(identity.call(identityApi.signInApplicant, { phone, password })).rejects.toMatchObject({
    code: 'identity.session.wrong_credentials',
  });
  expect((await identity.call(identityApi.refreshSession, { refreshToken: signedIn.refreshToken! })).realm).toBe('applicant');
});

it('gives a code five tries, five minutes and one use', async () => {
  const phone = '13800000012';
  const code = await newCode(phone);
  const wrong = code === '000000' ? '000001' : '000000';
  for (let time = 0; time < 5; time++)
    await expect(register(phone, wrong)).rejects.toMatchObject({ code: 'identity.applicant.code_wrong' });
  await expect(register(phone, code)).rejects.toMatchObject({ code: 'identity.applicant.code_wrong' });
  const next = await newCode(phone);
  await identity.database.query(`update applicant_code set expires_at = now() - interval '1 second' where phone = $1`, [phone]);
  await expect(register(phone, next)).rejects.toMatchObject({ code: 'identity.applicant.code_wrong' });
  await identity.database.query(`update applicant_code set expires_at = now() + interval '1 minute' where phone = $1`, [phone]);
  const outcomes = await Promise.allSettled([register(phone, next), register(phone, next)]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('sends one code a minute and ten a day', async () => {
  const phone = '13800000013';
  await request(phone);
  await expect(request(phone)).rejects.toMatchObject({ code: 'request.rate_limited', params: { seconds: expect.any(Number) } });
  for (let time = 1; time < 10; time++) {
    await minuteLater(phone);
    await request(phone);
  }
  await minuteLater(phone);
  await expect(request(phone)).rejects.toMatchObject({ code: 'request.rate_limited' });
});

it('says that a phone is registered only to who reads its messages', async () => {
  const phone = '13800000011';
  const code = await newCode(phone);
  await expect(register(phone, code === '000000' ? '000001' : '000000')).rejects.toMatchObject({ code: 'identity.applicant.code_wrong' });
  await expect(register(phone, code)).rejects.toMatchObject({ code: 'identity.applicant.phone_taken' });
});

describe('a company', () => {
  const first17 = '91650000MA7777777';
  const creditCode = `${first17}${creditCheckSign(first17)}`;
  const company = async (phone: string, given?: string): Promise<{ id: string }> =>
    register(phone, await newCode(phone), { kind: 'company', name: '某某灌溉公司', creditCode: given });

  it.each([undefined, `${first17}${creditCode.endsWith('0') ? '1' : '0'}`])('is not registered with the credit code %s', async (given) => {
    await expect(company('13800000021', given)).rejects.toMatchObject({ code: 'identity.org.credit_code_invalid' });
  });

  it('is registered by its credit code once', async () => {
    await company('13800000021', creditCode);
    await expect(company('13800000022', creditCode)).rejects.toMatchObject({ code: 'identity.applicant.credit_code_taken' });
  });
});

it('takes length for strength, and refuses what everybody tries', async () => {
  const phone = '13800000031';
  const code = await newCode(phone);
  await expect(register(phone, code, { password: 'password1' })).rejects.toMatchObject({
    code: 'identity.password.too_weak',
    params: { rules: ['common'] },
  });
  await register(phone, code, { password: 'just lower case' });
});

it('slows guesses down as it does for staff, and answers an unknown phone alike', async () => {
  const guess = (phone: string): Promise<string> =>
    identity.call(identityApi.signInApplicant, { phone, password: 'wrong' }, { address: '203.0.113.7' }).then(
      () => 'in',
      (error: { code: string }) => error.code,
    );
  for (const phone of ['13800000011', '13800099999']) {
    const answers = [];
    for (let time = 0; time < 6; time++) answers.push(await guess(phone));
    expect(answers.slice(0, 5).every((code) => code === 'identity.session.wrong_credentials')).toBe(true);
    expect(answers[5]).toBe('identity.session.too_many_attempts');
  }
});
