import type { Permission } from '@karez/contracts-kernel';
import { type Actor, anonymous, type Ctx, derivedId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';

const commands = '5b9e0a37-2c4d-4a86-9d1f-7e60c3b8f214';
const permissions: Permission[] = [
  ...(['portal.article.read', 'portal.letter.read', 'portal.letter.handle', 'portal.letter.approve'] as const),
  ...(['portal.request.read', 'portal.request.handle', 'portal.request.approve', 'portal.hearing.write'] as const),
];
/** Two people, because nobody approves an answer of their own. */
export const [answering, approving] = ['苏漱石', '唐汀洲'].map((name): Actor => ({
  ...{ realm: 'staff', id: derivedId(name, commands), name },
  grants: [{ permissions, scope: 'all', orgIds: [] }],
})) as [Actor, Actor];

/** A command of the demonstration has the same id each time: played again, it has its first answer and no second effect. */
export function voiceContext(at: Date, act: string, actor: Actor = anonymous): Ctx {
  const commandId = derivedId(act, commands);
  return {
    ...{ actor, commandId, requestDigest: commandId, operation: 'demonstration', trace: traceparent(), userAgent: act },
    ...{ now: at, deadline: Date.now() + 60_000 },
  };
}
