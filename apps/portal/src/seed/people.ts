import { type Actor, type Ctx, derivedId, newId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';

const people = '0f2b6c44-7a1e-4f0d-8f55-3a9c5d1be702';
/** Invented, made of water and stone: the writer first, then one for each step of a chain. */
const crews = [
  ['舒望川', '溪南枝', '程砚田', '黎照影'],
  ['宋泊舟', '苏漱石', '唐汀洲', '秦渡月'],
  ['方闻雨', '叶澄波', '石润生', '江晓棠'],
  ['林听泉', '沙明水', '云起岸', '白汀若'],
] as const;

/** Who writes, reviews and publishes for a body in the demonstration: the same people each time. */
export function crewOf(orgId: string, orgName: string): readonly Actor[] {
  const crew = crews[[...orgName].reduce((sum, each) => sum + each.codePointAt(0)!, 0) % crews.length]!;
  return crew.map((name) => ({ realm: 'staff', id: derivedId(`${orgId}/${name}`, people), name, orgId, grants: [] }));
}

/** Somebody acts, at a moment of the story. */
export function contextAt(now: Date, actor: Actor): Ctx {
  const commandId = newId();
  return {
    ...{ actor, commandId, requestDigest: commandId, operation: 'demonstration', trace: traceparent() },
    ...{ now, deadline: Date.now() + 60_000 },
  };
}
