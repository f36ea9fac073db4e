import { deliveryStates } from '@karez/contracts-exchange';
import { deliveryOf, eventOf } from './delivery-fixture.js';
import { brief, processSteps } from './process-steps.js';

const now = new Date('2026-11-24T03:20:00Z');
const titles = (more: Parameters<typeof deliveryOf>[0]) => processSteps(deliveryOf(more), now).map(({ title }) => title);

describe('the process line of a delivery', () => {
  it('leads from sealing to the handling of what came in', () => {
    const steps = processSteps(deliveryOf(), now);
    expect(steps.map(({ title }) => title)).toEqual(['封装', '发出', '送达', '等待我单位签收', '转入收文办理']);
    expect(steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'now', 'todo']);
    expect(steps.map(({ note }) => note)).toEqual(['11-23 成文', '10:11，第 1 次即达', '10:12', '已过 1 时 08 分', '签收后自动']);
    expect(steps[2]!.receipt?.receiptNumber).toBe('BG-2026-0000000A');
  });

  it.each(deliveryStates)('has at most one well that is now, and none filled after it, when %s', (state) => {
    for (const side of ['sender', 'recipient'] as const)
      for (const arrivedAt of ['2026-11-24T02:12:00.000Z', undefined]) {
        const { arrivedAt: _, ...rest } = deliveryOf({ state, side });
        const states = processSteps(arrivedAt ? { ...rest, arrivedAt } : rest, now).map((step) => step.state);
        expect(states.filter((each) => each === 'now').length).toBeLessThanOrEqual(1);
        const open = states.findIndex((each) => each === 'now' || each === 'todo');
        if (open >= 0) expect(states.slice(open + 1)).not.toContain('done');
      }
  });

  it('links the receipt of the decision', () => {
    const signed = eventOf(2, 'signed_for', { personName: '泉映月', receiptNumber: 'HZ-2026-0000000B' });
    const steps = processSteps(deliveryOf({ state: 'signed_for', timeline: [...deliveryOf().timeline, signed] }), now);
    expect(steps.find(({ key }) => key === 'decide')).toMatchObject({ state: 'done', note: '泉映月 10:12', receipt: signed });
  });

  it('keeps the signature when the document was handed back after it', () => {
    expect(titles({ state: 'returned', side: 'sender' })).toEqual(['封装', '发出', '送达', '签收', '对方退文', '确认退文']);
  });

  it('says what stands in the way of one that does not arrive', () => {
    const { arrivedAt: _, ...waiting } = deliveryOf({ state: 'stalled', side: 'sender', lastError: 'exchange.peer.silent' });
    expect(processSteps(waiting, now).find(({ state }) => state === 'now')).toMatchObject({
      title: '待人工处理',
      note: '对方节点没有应答',
    });
  });

  it('is four wells of few words on the phone', () => {
    const steps = brief(processSteps(deliveryOf(), now));
    expect(steps.map(({ title }) => title)).toEqual(['发出', '送达', '等待签收', '转收文']);
    expect(steps.map(({ note }) => note)).toEqual(['10:11', '10:12', '1 时 08 分', '自动']);
  });
});
