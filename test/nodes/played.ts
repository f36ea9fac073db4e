import { setTimeout as pause } from 'node:timers/promises';
import { type NodeClient, until } from './node-client.ts';

/** Waits for the end of the demonstration's month: until what the department has sent stays as it is for three seconds. */
export async function played(node: NodeClient): Promise<void> {
  const token = await node.signIn('office.clerk');
  let seen = '';
  await until(async () => {
    const before = seen;
    const { items } = await node.done('GET', '/exchange/dispatches?limit=100', token);
    seen = JSON.stringify(items);
    if (items.length && before === seen) return true;
    await pause(3_000);
    return undefined;
  });
}
