import type { DataScope } from '@karez/contracts-kernel';
import { bureauKey, departmentKey, officeKey, unitKey } from './bodies.js';

/** One invented person. */
export interface SeedPerson {
  readonly account: string;
  readonly name: string;
  readonly posts: readonly SeedPost[];
}
export interface SeedPost {
  /** Key of the body. */
  readonly body: string;
  readonly title: string;
  readonly roles: readonly SeedGrant[];
}

export interface SeedGrant {
  readonly code: string;
  readonly scope: DataScope;
  /** Keys of the bodies that the scope `listed` names. */
  readonly over?: readonly string[];
}

const clerk = [{ code: 'clerk', scope: 'unit' }] as const;
const leader = [{ code: 'leader', scope: 'unit_and_below' }] as const;
const unitAdmin = [...clerk, { code: 'unit_admin', scope: 'unit_and_below' }] as const;
const window = [...clerk, { code: 'approval_window', scope: 'unit' }] as const;
const reviewing = { code: 'approval_reviewer', scope: 'unit' } as const;
const deciding = { code: 'approval_leader', scope: 'unit_and_below' } as const;
const writing = { code: 'portal_editor', scope: 'unit' } as const;
const officer = [{ code: 'officer', scope: 'unit' }] as const;
const below = (code: string) => [{ code, scope: 'unit_and_below' }] as const;
/** 收发: she sends and receives for the department as well as for her own office. A post holds a role once, so one grant names both. */
const departmentClerk = [{ code: 'clerk', scope: 'listed', over: [officeKey('办公室'), departmentKey] }] as const;
const one = (account: string, name: string, body: string, title: string, roles: SeedPost['roles']): SeedPerson => ({
  account,
  name,
  posts: [{ body, title, roles }],
});

/** Nobody of these exists: the names are made of water, stone and weather. The first ones are what a visitor tries first. */
export const people: readonly SeedPerson[] = [
  one('admin', '江管渠', departmentKey, '系统管理岗', [{ code: 'system_admin', scope: 'all' }]),
  one('security', '石守闸', departmentKey, '安全管理岗', [{ code: 'security_admin', scope: 'all' }]),
  one('audit', '镜观澜', departmentKey, '审计管理岗', [{ code: 'audit_admin', scope: 'all' }]),
  one('node.admin', '闸联通', departmentKey, '交换节点管理岗', [{ code: 'system_admin', scope: 'all' }]),
  one('cele.clerk', '泉映月', bureauKey('653225'), '文书岗', clerk),
  one('yutian.clerk', '溪知秋', bureauKey('653226'), '文书岗', clerk),
  one('hetian.clerk', '渠长青', bureauKey('653200'), '文书岗', clerk),
  one('hetian.admin', '坎听泉', bureauKey('653200'), '综合管理岗', unitAdmin),
  one('office.clerk', '文若溪', officeKey('办公室'), '收发岗', departmentClerk),
  one('department.leader', '高远山', departmentKey, '厅领导', [...leader, deciding]),
  one('cele.leader', '清源长', bureauKey('653225'), '局长', leader),
  {
    ...{ account: 'approval.clerk', name: '章如泉' },
    posts: [
      { body: officeKey('行政审批处'), title: '审批岗', roles: window },
      { body: officeKey('水资源管理处'), title: '取水许可岗（兼）', roles: [...clerk, reviewing] },
    ],
  },
  one('office.leader', '梁听雨', officeKey('办公室'), '主任', [
    ...leader,
    { code: 'office_manager', scope: 'listed', over: [officeKey('办公室'), departmentKey] },
  ]),
  one('office.supervisor', '督如流', officeKey('办公室'), '督查岗', [
    ...officer,
    { code: 'office_manager', scope: 'listed', over: [officeKey('办公室'), departmentKey] },
  ]),
  one('office.archivist', '卷存真', officeKey('办公室'), '档案岗', [
    { code: 'archivist', scope: 'listed', over: [officeKey('办公室'), departmentKey] },
  ]),
  one('office.secretary', '随云起', officeKey('办公室'), '秘书岗', officer),
  one('water.clerk', '取有度', officeKey('水资源管理处'), '业务岗', officer),
  one('department.deputy', '凌秋水', departmentKey, '分管厅领导', leader),
  one('approval.leader', '岑止水', officeKey('行政审批处'), '处长', [...leader, deciding]),
  one('water.leader', '源静深', officeKey('水资源管理处'), '处长', [...leader, reviewing]),
  one('river.clerk', '湖望舒', officeKey('河湖管理处'), '文书岗', [...clerk, reviewing]),
  one('flood.clerk', '洪安澜', officeKey('水旱灾害防御处'), '值班岗', [...clerk, reviewing]),
  one('flood.leader', '汛无恙', officeKey('水旱灾害防御处'), '处长', leader),
  one('soil.clerk', '土长绿', officeKey('水土保持处'), '文书岗', [...clerk, reviewing]),
  one('plan.clerk', '图万里', officeKey('规划计划处'), '文书岗', [...clerk, reviewing]),
  one('portal.editor', '笔润渠', departmentKey, '网站编辑岗', below('portal_editor')),
  one('portal.reviewer', '阅清流', departmentKey, '网站审核岗', below('portal_reviewer')),
  one('portal.proofreader', '校微澜', departmentKey, '网站校对岗', below('portal_reviewer')),
  one('portal.secrecy', '慎如渊', departmentKey, '保密审查岗', below('portal_reviewer')),
  one('portal.publisher', '发春潮', departmentKey, '网站发布岗', below('portal_publisher')),
  one('portal.keeper', '站守泉', departmentKey, '网站管理岗', below('portal_keeper')),
  one('law.clerk', '法如尺', officeKey('政策法规处'), '文书岗', clerk),
  one('village.clerk', '田听蛙', officeKey('农村水利水电处'), '文书岗', clerk),
  one('tarim.clerk', '胡杨渡', 'basin-tarim', '文书岗', [...clerk, writing, { code: 'leader', scope: 'basin' }]),
  one('irtysh.clerk', '北流川', 'basin-irtysh', '文书岗', clerk),
  one('ili.clerk', '谷雨初', 'basin-ili', '文书岗', clerk),
  one('manas.clerk', '玉成滩', 'basin-manas', '文书岗', clerk),
  one('bortala.clerk', '清溪桥', 'basin-bortala', '文书岗', clerk),
  one('turpan-hami.clerk', '井渠深', 'basin-turpan-hami', '文书岗', clerk),
  one('hydrology.clerk', '雨量满', unitKey('水文局'), '文书岗', [...clerk, writing]),
  one('information.clerk', '云知雨', unitKey('水利信息中心'), '文书岗', [...clerk, writing]),
  ...(
    [
      ['wulumuqi', '雪融春', '650100'],
      ['kelamayi', '沙鸣石', '650200'],
      ['tulufan', '葡井凉', '650400'],
      ['hami', '瓜洲晴', '650500'],
      ['changji', '麦穗金', '652300'],
      ['boertala', '湖蓝天', '652700'],
      ['bayinguoleng', '罗布晓', '652800'],
      ['akesu', '白水清', '652900'],
      ['kezilesu', '赤崖红', '653000'],
      ['kashi', '绿洲夏', '653100'],
      ['yili', '紫原香', '654000'],
      ['tacheng', '风过塔', '654200'],
      ['aletai', '银松岭', '654300'],
      ['shihezi', '石河湾', '659001'],
      ['luopu', '玉河滨', '653224'],
      ['minfeng', '尼雅晨', '653227'],
      ['moyu', '桑叶新', '653222'],
      ['shache', '叶尔川', '653125'],
      ['kuche', '龟兹月', '652902'],
      ['fukang', '天池秋', '652302'],
    ] as const
  ).map(([place, name, code]) => one(`${place}.clerk`, name, bureauKey(code), '文书岗', clerk)),
];

/** Without the demonstration one person opens the door; the security half goes to somebody else as soon as there is one. */
export const firstAdministrator: SeedPerson = one('admin', '首任管理员', departmentKey, '系统管理岗', [
  { code: 'system_admin', scope: 'all' },
  { code: 'security_admin', scope: 'all' },
]);
