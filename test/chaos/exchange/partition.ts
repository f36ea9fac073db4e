import { setTimeout as pause } from 'node:timers/promises';
import { verifyEvidence } from '../../../tools/verify-evidence.mjs';
import { together } from '../../crowd/crowd.ts';
import { until } from '../../nodes/node-client.ts';
import { peopleOf } from '../../nodes/story.ts';
import type { LinkKind, TwoNodes } from '../../nodes/two-nodes.ts';

export interface Partition {
  readonly link: LinkKind;
  readonly cuts: number;
  readonly sent: number;
  readonly signed: number;
  readonly recalled: number;
  /** Seconds after the last healing until both nodes agreed on all. */
  readonly convergedInSeconds: number;
  readonly wrong: readonly string[];
}
type Ends = 'signed_for' | 'recalled';
interface Letter {
  readonly id: string;
  readonly toCounty: boolean;
}

/** Documents both ways over a line that is cut again and again, with recall and sign-for leaving at the same moment at its two ends. */
export async function partition(nodes: TwoNodes, link: LinkKind, count: number, cuts: number): Promise<Partition> {
  const { province, hetian } = nodes;
  const { department, county, departmentId, countyId } = await peopleOf(nodes);
  const sides = {
    county: { from: province, fromToken: department, to: hetian, toToken: county, recipient: countyId },
    department: { from: hetian, fromToken: county, to: province, toToken: department, recipient: departmentId },
  };
  const sideOf = ({ toCounty }: Letter) => (toCounty ? sides.county : sides.department);
  const letters: Letter[] = [];
  let cutting = true;
  const cutter = (async () => {
    for (let at = 0; at < cuts; at++) {
      await pause(1_000);
      nodes.cut();
      await pause(2_000 + Math.random() * 3_000);
      nodes.heal();
    }
    cutting = false;
  })();
  // while the line comes and goes both ends send, one decides at once, and the other takes back every second one
  while (cutting || letters.length < count) {
    const toCounty = letters.length % 2 === 0;
    const side = toCounty ? sides.county : sides.department;
    const id = await side.from.sent(side.fromToken, side.recipient, '关于冬季输水调度的函');
    letters.push({ id, toCounty });
    const sign = async (): Promise<void> => {
      await until(async () => ((await side.to.state(side.toToken, id)) ? true : undefined), 1_000).catch(() => undefined);
      await side.to.call('POST', `/exchange/deliveries/${id}/sign`, side.toToken, {});
    };
    const recall = side.from.call.bind(side.from, 'POST', `/exchange/deliveries/${id}/recall`, side.fromToken, { reason: '内容有误' });
    await Promise.all(letters.length % 4 < 2 ? [sign(), recall()] : [sign()]);
  }
  await cutter;
  const began = performance.now();
  const wrong: string[] = [];
  const ends = new Map<string, Ends>();
  const agreed = async (letter: Letter): Promise<void> => {
    const side = sideOf(letter);
    const ours = await side.from.state(side.fromToken, letter.id);
    const theirs = await side.to.state(side.toToken, letter.id);
    if (ours === 'delivered' && theirs === 'delivered')
      await side.to.call('POST', `/exchange/deliveries/${letter.id}/sign`, side.toToken, {});
    // recalled before it arrived: there is a tombstone instead of a delivery at the other end
    if (ours === 'signed_for' && theirs === ours) ends.set(letter.id, ours);
    if (ours === 'recalled' && (theirs === undefined || theirs === ours)) ends.set(letter.id, ours);
  };
  const open = (): Letter[] => letters.filter(({ id }) => !ends.has(id));
  while (open().length > 0 && performance.now() - began < 120_000) {
    await together(open(), 4, agreed);
    await pause(200);
  }
  const convergedInSeconds = (performance.now() - began) / 1000;
  for (const { id } of open()) wrong.push(`${id}: the two nodes do not agree`);
  await together(letters, 4, async (letter) => {
    const { from, fromToken } = sideOf(letter);
    const evidence = await from.done('GET', `/exchange/deliveries/${letter.id}/evidence`, fromToken);
    const { verdict } = await verifyEvidence(Buffer.from(typeof evidence === 'string' ? evidence : JSON.stringify(evidence)));
    if (verdict !== 'valid') wrong.push(`${letter.id}: evidence ${verdict}`);
  });
  const ended = (end: Ends): number => [...ends.values()].filter((each) => each === end).length;
  return { link, cuts, sent: letters.length, signed: ended('signed_for'), recalled: ended('recalled'), convergedInSeconds, wrong };
}
