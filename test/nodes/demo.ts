// Two installations that exchange documents, on one machine. `npm run demo:nodes [-- --link nats|push|fetch] [--once]`
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { peopleOf, sentAndSigned, somePdf } from './story.ts';
import { type LinkKind, TwoNodes } from './two-nodes.ts';

const { values } = parseArgs({
  options: { link: { type: 'string', default: 'nats' }, once: { type: 'boolean' }, port: { type: 'string', default: '3000' } },
});
if (!['nats', 'push', 'fetch'].includes(values.link)) {
  console.error(`--link is nats, push or fetch, not ${values.link}`);
  process.exit(2);
}
const folder = join(fileURLToPath(new URL('../..', import.meta.url)), '.karez', 'nodes', values.link);
mkdirSync(folder, { recursive: true });
const port = Number(values.port);
const say = (line: string): void => console.log(`  ${line}`);

const nodes = await TwoNodes.start({ folder, link: values.link as LinkKind, ports: { province: port, hetian: port + 1 }, say });
let ending: Promise<void> | undefined;
const end = (): Promise<void> => (ending ??= nodes.end());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end().then(() => process.exit(0)));

try {
  const { department, county, departmentId, countyId } = await peopleOf(nodes);
  const up = { node: nodes.hetian, token: county };
  const down = { node: nodes.province, token: department };
  await sentAndSigned(down, up, countyId, somePdf());
  say('厅 → 策勒县：送达，签收，厅方已收到回执');
  await sentAndSigned(up, down, departmentId, somePdf());
  say('策勒县 → 厅：送达，签收，县方已收到回执');

  nodes.cut();
  say('线路断开');
  const waiting = await nodes.province.sent(department, countyId, '关于报送灌溉用水计划的函');
  const back = await nodes.hetian.sent(county, departmentId, '关于调整输水时间的函');
  const recalled = await nodes.province.sent(department, countyId, '关于防冻检查的函');
  await nodes.province.done('POST', `/exchange/deliveries/${recalled}/recall`, department, { reason: '文号有误' });
  say('断线期间：双向各发一件，另发一件随即撤回，都已受理');

  nodes.heal();
  const healed = Date.now();
  await nodes.province.reaches(department, waiting, 'delivered');
  await nodes.hetian.reaches(county, back, 'delivered');
  await nodes.province.reaches(department, recalled, 'recalled');
  say(`线路恢复后 ${((Date.now() - healed) / 1000).toFixed(1)} 秒，双方一致：两件送达，一件已撤回`);
  if ((await nodes.hetian.state(county, recalled)) !== undefined) throw new Error('the recalled document shows at the county');
} catch (error) {
  console.error(error);
  await end();
  process.exit(1);
}
if (values.once) {
  await end();
  process.exit(0);
}
say(`省级节点    http://127.0.0.1:${port}/office      账号见 ${join('.karez', 'nodes', values.link, 'province', 'demo-accounts.json')}`);
say(`和田节点    http://127.0.0.1:${port + 1}/office  账号见 ${join('.karez', 'nodes', values.link, 'hetian', 'demo-accounts.json')}`);
say('Ctrl-C stops both.');
