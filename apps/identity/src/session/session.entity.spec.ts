import { SessionChanged } from '@karez/contracts-identity';
import { newId } from '@karez/kernel';
import { deviceOf } from './device.js';
import { Session } from './session.entity.js';

const now = new Date('2026-11-23T04:00:00Z');
const staff = (): Session => Session.start({ realm: 'staff', subjectId: newId(), address: '10.65.0.1', userAgent: 'x'.repeat(900) }, now);

it.each([
  ['staff', 12],
  ['applicant', 12],
  ['service', 1 / 6],
] as const)('of %s lives %d hours at most', (realm, hours) => {
  const session = Session.start({ realm, subjectId: newId() }, now);
  expect(session.openAt(new Date(now.getTime() + hours * 3_600_000 - 1))).toBe(true);
  expect(session.openAt(new Date(now.getTime() + hours * 3_600_000))).toBe(false);
});

it.each<[string, (session: Session) => void, boolean]>([
  ['ended', (session) => session.end('disabled', now), true],
  ['stepped up', (session) => session.stepUp(now), false],
  ['in another post', (session) => session.actIn(newId()), false],
  ['of changed authority', (session) => session.authorityChanged(), false],
])('that is %s is told to its owner', (_, act, ended) => {
  const session = staff();
  act(session);
  expect(session.takeEvents()).toEqual([{ event: new SessionChanged(session.id, ended), audience: { personIds: [session.subjectId] } }]);
  expect(session.openAt(now)).toBe(!ended);
});

it('keeps no more of the browser than is needed to name it', () => {
  expect(staff().userAgent).toHaveLength(300);
});

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge · Windows'],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'Chrome · Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19) AppleWebKit/605 Version/19 Mobile Safari/604', 'Safari · iOS'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
  ['curl/8', '其他设备'],
  [undefined, '其他设备'],
])('names %s', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device);
});
