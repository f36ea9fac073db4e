import { exchangeWords, type InboxRow } from '@karez/contracts-exchange';
import { countsIn } from '../words/working-days.js';
import { byPressure, urgencyTag } from './to-sign.js';

const now = new Date('2026-11-24T03:20:00Z');
const due = (dueAt?: string): InboxRow => ({
  ...{ id: 'd', recipientId: 'r', recipientName: '策勒县水利局', senderId: 's', senderName: '和田地区水利局', title: '通知' },
  ...{ number: '和水办〔2026〕1号', documentType: 'notice', urgency: 'none', role: 'primary', state: 'delivered' },
  ...{ arrivedAt: now.toISOString(), urged: 0, unseen: true, revokeAsked: false, ...(dueAt && { dueAt }) },
});

describe('what waits to be signed for', () => {
  it('is counted by lamp, and the parts add up to the total', () => {
    const rows = ['2026-11-20', '2026-11-24', '2026-11-25', '2026-11-27', undefined].map((day) => due(day && `${day}T19:00:00+08:00`));
    const { numbers } = byPressure(rows, now, countsIn([]));
    expect(numbers).toEqual({ all: 5, red: 1, yellow: 2, green: 1, none: 1 });
  });

  it('is tagged in the words of the contract, and not at all when it is ordinary', () => {
    expect({ ...urgencyTag, none: '普通' }).toEqual(exchangeWords.urgency);
  });

  it('goes by the calendar: a day off is not counted', () => {
    const rows = [due('2026-11-26T19:00:00+08:00')];
    const off = countsIn([{ day: '2026-11-25', kind: 'off', note: '停水检修放假' }]);
    expect(byPressure(rows, now, off).items[0]?.due.words).toBe('剩 1 日');
    expect(byPressure(rows, now, countsIn([])).items[0]?.due.words).toBe('剩 2 日');
  });
});
