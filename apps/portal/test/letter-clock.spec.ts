import { letterClasses, letterClassNames, type LetterClass, type LetterKind, letterKinds } from '@karez/contracts-portal';
import { chinaDay, newId, WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import { Letter } from '../src/letter/letter.entity.js';
import { classByKind, letterDue } from '../src/letter/letter.policy.js';
import { dayMs, daysAfter, numbers } from './day-oracle.js';

const due = letterDue.bind(null, new WorkingCalendar(xinjiangYears, xinjiangOfficeHours));
const given = { siteId: newId(), deskId: newId(), receipt: 'LX2026112700000001', checkHash: Buffer.alloc(32) };
const written = (kind: LetterKind) => ({
  site: 'shi',
  kind,
  subject: '春灌开闸',
  text: '请问何时开闸放水？',
  name: '试写信',
  mayPublish: false,
});

/** Worked days are ticked off one by one after the day of the receipt. */
function byHand(receivedAt: Date, letterClass: LetterClass): string {
  let left: number = letterClasses[letterClass];
  for (const { day, working } of daysAfter(receivedAt)) {
    if (working) left -= 1;
    if (left === 0) return day;
  }
  throw new Error('no end');
}

it('agrees with counting by hand in 10,000 histories: from the receipt, by the class of the last routing', () => {
  const next = numbers(20_261_128);
  let late = 0;
  for (let run = 0; run < 10_000; run += 1) {
    const receivedAt = new Date(Date.UTC(2024, 10, 1) + next(760) * dayMs + next(1440) * 60_000);
    const kind = letterKinds[next(letterKinds.length)]!;
    const letter = Letter.receive(given, written(kind), due, receivedAt);
    let letterClass = classByKind[kind];
    for (let turn = next(4); turn > 0; turn -= 1) {
      const told = next(3) ? letterClassNames[next(letterClassNames.length)] : undefined;
      letter.route(newId(), told, due);
      letterClass = told ?? letterClass;
      late += 1;
    }
    const expected = byHand(receivedAt, letterClass);
    if (chinaDay(letter.dueAt) !== expected) throw new Error(`run ${run}: ${expected} by hand, ${letter.dueAt.toISOString()} by the clock`);
  }
  expect(late).toBeGreaterThan(5_000);
});
