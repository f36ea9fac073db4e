import { deliveryEventKinds, type DeliveryEventKind, type DeliveryEventView } from '@karez/contracts-exchange';
import { timelineLines } from './timeline-words.js';

const event = (seq: number, kind: DeliveryEventKind, data: DeliveryEventView['data'] = {}): DeliveryEventView => ({
  ...{ seq, kind, at: '2026-11-24T02:12:00.000Z', data },
});

describe('the timeline in words', () => {
  it.each(deliveryEventKinds)('has words for %s on either side', (kind) => {
    for (const side of ['sender', 'recipient'] as const) {
      const [line] = timelineLines([event(1, kind)], side);
      expect(line!.title).toMatch(/^[一-鿿]/);
      expect(`${line!.title}${line!.note ?? ''}`).not.toMatch(/undefined|[,;:]/);
    }
  });

  it('says a reason with its kind and its text', () => {
    const [line] = timelineLines([event(1, 'rejected', { reason: 'misaddressed', text: '应送县水利局' })], 'sender');
    expect(line).toMatchObject({ title: '对方拒收', note: '错投：应送县水利局', stopped: true });
  });

  it('says who did it from where the reader stands', () => {
    const both = (['sender', 'recipient'] as const).map((side) => timelineLines([event(1, 'revoked')], side)[0]!.title);
    expect(both).toEqual(['对方同意收回', '同意收回']);
  });

  it('folds a run of failed attempts into one line, and begins a new one after anything else', () => {
    const failed = (seq: number) => event(seq, 'attempt_failed', { attempt: seq, code: 'exchange.peer.silent' });
    const lines = timelineLines([event(1, 'queued'), failed(2), failed(3), failed(4), event(5, 'resumed'), failed(6)], 'sender');
    expect(lines.map(({ title }) => title)).toEqual([...['发出，等待投递', '第 2 至 4 次投递未成', '恢复投递', '第 6 次投递未成']]);
    expect(lines[1]!.note).toBe('对方节点没有应答');
  });
});
