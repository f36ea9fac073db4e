import type { Permission } from '@karez/contracts-kernel';
import { type Actor, type Ctx, derivedId, newId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';

const namespace = '4a8f6f0e-5a0f-4a55-9d0c-6c1d7c1f2b11';
/** The same id on every installation, so that what is played twice is there once. */
export const storyId = (name: string): string => derivedId(name, namespace);

/** Nobody of these exists. Persons and companies who apply in the demonstration. */
export const applicants: Readonly<Record<string, { readonly kind: 'person' | 'company'; readonly phone: string }>> = {
  渠小满: { kind: 'person', phone: '13800000001' },
  田禾风: { kind: 'person', phone: '13800000002' },
  石见溪: { kind: 'person', phone: '13800000003' },
  '云渠农业发展有限公司（演示）': { kind: 'company', phone: '13800000011' },
  '沙枣林节水科技有限公司（演示）': { kind: 'company', phone: '13800000012' },
  '白杨渡水电开发有限公司（演示）': { kind: 'company', phone: '13800000013' },
  '戈壁绿洲建设有限公司（演示）': { kind: 'company', phone: '13800000014' },
};
/** The same invented people who can sign in there. */
const clerks: Readonly<Record<string, string>> = {
  ...{ 水资源管理处: '源静深', 河湖管理处: '湖望舒', 规划计划处: '图万里', 水土保持处: '土长绿', 水旱灾害防御处: '洪安澜' },
};

type Post = 'window' | 'review' | 'leader';
const permissions: Readonly<Record<Post, readonly Permission[]>> = {
  window: ['approval.case.read', 'approval.case.accept', 'approval.case.suspend', 'approval.case.deliver', 'approval.task.work'],
  review: ['approval.case.read', 'approval.task.work'],
  leader: ['approval.case.read', 'approval.case.decide', 'approval.case.extend', 'approval.case.urge', 'approval.task.work'],
};

export function officer(post: Post, office: { readonly id: string; readonly name: string }): Actor {
  const name = post === 'window' ? '章如泉' : post === 'leader' ? '岑止水' : (clerks[office.name] ?? '林听泉');
  const grants = [{ permissions: permissions[post], scope: 'unit' as const, orgIds: [office.id] }];
  return { realm: 'staff', id: storyId(`${post} ${office.name}`), name, orgId: office.id, grants };
}
export const applicantOf = (name: string): Actor => ({ realm: 'applicant', id: storyId(name), name, grants: [] });

/** Somebody acts, at a moment of the story. */
export function contextAt(now: Date, actor: Actor): Ctx {
  const commandId = newId();
  return {
    actor,
    commandId,
    requestDigest: commandId,
    operation: 'demonstration',
    trace: traceparent(),
    now,
    deadline: Date.now() + 60_000,
  };
}
