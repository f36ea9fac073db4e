import { sealedDocument } from '../../bench/exchange/fan-out.ts';
import { type Crowd, together } from '../../crowd/crowd.ts';
import { until } from '../../nodes/node-client.ts';

export interface Races {
  readonly races: number;
  readonly signed: number;
  readonly recalled: number;
  /** What should never be: both or neither won, or the two sides saw different ends. */
  readonly disputed: readonly string[];
}
interface Delivery {
  readonly id: string;
  readonly recipientId: string;
  readonly state: string;
}

/** Recall and sign-for of each delivery leave at the same moment; whoever comes first has won, on both sides alike. */
export async function race(crowd: Crowd, count: number): Promise<Races> {
  const { node, sender, bodies } = crowd;
  const tokens = new Map(bodies.map((body) => [body.id, body.token!]));
  const ends = { signed: 0, recalled: 0 };
  const disputed: string[] = [];
  for (let done = 0; done < count; done += bodies.length) {
    const documentId = await sealedDocument(crowd, 0);
    const { id } = await node.done('POST', '/exchange/dispatches', sender, { documentId, primary: bodies.map((body) => body.id) });
    const read = async (): Promise<Delivery[]> => (await node.done('GET', `/exchange/dispatches/${id}`, sender)).deliveries;
    const arrived = await until(async () => {
      const found = await read();
      return found.every(({ state }) => state === 'delivered') ? found : undefined;
    }, 120_000);
    await together(arrived, 16, async (delivery) => {
      const token = await tokens.get(delivery.recipientId)!();
      const [sign, recall] = [
        () => node.call('POST', `/exchange/deliveries/${delivery.id}/sign`, token, {}),
        () => node.call('POST', `/exchange/deliveries/${delivery.id}/recall`, sender, { reason: '附件有误，请勿签收' }),
      ];
      // who leaves first changes from one to the next
      const begun = Math.random() < 0.5 ? [sign(), recall()] : [recall(), sign()];
      for (const answer of await Promise.all(begun))
        if (answer.status !== 200 && answer.status !== 409)
          disputed.push(`${delivery.id}: ${answer.status} ${JSON.stringify(answer.body)}`);
    });
    const settled = await until(async () => {
      const found = await read();
      return found.every(({ state }) => state === 'signed_for' || state === 'recalled') ? found : undefined;
    }, 120_000).catch(read);
    await together(settled, 16, async ({ id: deliveryId, recipientId, state }) => {
      const theirs = await node.done('GET', `/exchange/deliveries/${deliveryId}`, await tokens.get(recipientId)!());
      if (state === 'signed_for') ends.signed++;
      else if (state === 'recalled') ends.recalled++;
      else disputed.push(`${deliveryId}: the sender sees ${state}`);
      if (theirs.state !== state) disputed.push(`${deliveryId}: sender ${state}, recipient ${theirs.state}`);
    });
  }
  return { races: ends.signed + ends.recalled, ...ends, disputed };
}
