import type { NavGroup, NavItem } from '@karez/web-ui';
import { PlaceIcon, type PlaceName } from './place-icon.js';

interface Place {
  readonly key: PlaceName;
  readonly label: string;
  readonly href: string;
  readonly group?: string;
  /** Without it: for everyone who is signed in. */
  readonly needs?: string;
  /** In the phone's tab bar, in this order, under this name. */
  readonly tab?: readonly [order: number, label: string];
  /** Addresses elsewhere that belong to it. */
  readonly also?: string;
}

/** Every place of the workspace. What a post may not open, its navigation does not show; who comes by address is told why. */
export const places: readonly Place[] = [
  { key: 'home', label: '工作台', href: '/', tab: [1, '工作台'] },
  { key: 'todo', label: '待办', href: '/oa/todo', group: '办理', needs: 'oa.todo.read' },
  {
    ...{ key: 'supervision', label: '督查督办', href: '/oa/supervision', group: '办理', needs: 'oa.supervision.read' },
    ...{ also: '/oa/supervision-board', tab: [4, '督办'] },
  },
  { key: 'incoming', label: '收文', href: '/oa/incoming', group: '公文', needs: 'oa.document.read' },
  { key: 'outgoing', label: '发文', href: '/oa/documents', group: '公文', needs: 'oa.document.read' },
  {
    ...{ key: 'inbox', label: '交换收件', href: '/exchange/inbox', also: '/exchange/deliveries', group: '公文' },
    ...{ needs: 'exchange.inbox.read', tab: [2, '公文'] },
  },
  { key: 'sent', label: '发件跟踪', href: '/exchange/sent', group: '公文', needs: 'exchange.dispatch.read' },
  { key: 'documents', label: '待发公文', href: '/exchange/documents', group: '公文', needs: 'exchange.document.read' },
  { key: 'directory', label: '交换通讯录', href: '/exchange/directory', group: '公文', needs: 'exchange.directory.read' },
  { key: 'statistics', label: '交换统计', href: '/exchange/statistics', group: '公文', needs: 'exchange.statistics.read' },
  { key: 'meetings', label: '会议', href: '/oa/meetings', also: '/oa/topics', group: '会务', needs: 'oa.meeting.read' },
  { key: 'tasks', label: '审批任务', href: '/approval/tasks', group: '审批', needs: 'approval.task.work', tab: [3, '办件'] },
  { key: 'cases', label: '办件', href: '/approval/cases', group: '审批', needs: 'approval.case.read' },
  { key: 'licences', label: '许可证件', href: '/approval/licences', group: '审批', needs: 'approval.licence.read' },
  { key: 'items', label: '办事事项', href: '/approval/items', group: '审批', needs: 'approval.item.write' },
  { key: 'approval-statistics', label: '审批统计', href: '/approval/statistics', group: '审批', needs: 'approval.statistics.read' },
  { key: 'articles', label: '稿件', href: '/portal/articles', group: '门户', needs: 'portal.article.read', tab: [4.5, '稿件'] },
  { key: 'letters', label: '来信', href: '/portal/letters', group: '门户', needs: 'portal.letter.read' },
  { key: 'requests', label: '依申请公开', href: '/portal/requests', group: '门户', needs: 'portal.request.read' },
  { key: 'hearings', label: '征集调查', href: '/portal/hearings', group: '门户', needs: 'portal.article.read' },
  { key: 'inspection', label: '网站自查', href: '/portal/inspection', group: '门户', needs: 'portal.inspection.read' },
  { key: 'sites', label: '站点与栏目', href: '/portal/sites', group: '门户', needs: 'portal.article.read' },
  { key: 'words', label: '检查词库', href: '/portal/words', group: '门户', needs: 'portal.article.read' },
  { key: 'orgs', label: '机构', href: '/orgs', group: '组织', needs: 'identity.org.read', tab: [5, '机构'] },
  { key: 'people', label: '人员', href: '/people', group: '组织', needs: 'identity.person.read', tab: [6, '人员'] },
  { key: 'roles', label: '角色与授权', href: '/roles', group: '组织', needs: 'identity.role.read' },
  { key: 'audit', label: '审计记录', href: '/audit', group: '监督', needs: 'identity.audit.read' },
  { key: 'peers', label: '交换节点', href: '/exchange/peers', group: '运维', needs: 'exchange.peer.read' },
  { key: 'keys', label: '单位密钥', href: '/exchange/keys', group: '运维', needs: 'exchange.key.read' },
  { key: 'calendar', label: '工作日历', href: '/exchange/calendar', group: '运维', needs: 'exchange.calendar.write' },
  { key: 'webhooks', label: '事件推送', href: '/exchange/webhooks', group: '运维', needs: 'exchange.webhook.write' },
  { key: 'search', label: '检索', href: '/oa/search', group: '办理', needs: 'oa.search.read' },
  { key: 'handover', label: '工作移交', href: '/oa/hand-over', group: '办理', needs: 'oa.handover.write' },
  { key: 'cycle-times', label: '办理时长', href: '/oa/todo-statistics', group: '办理', needs: 'oa.todo.statistics' },
  { key: 'delegations', label: '委托代办', href: '/oa/delegations', group: '个人', needs: 'oa.todo.read' },
  // on the phone the bell of the top bar leads there
  { key: 'notifications', label: '通知', href: '/notifications', group: '个人' },
  { key: 'account', label: '我的账号', href: '/account', group: '个人', tab: [9, '我的'] },
];

const below = (pathname: string, href: string): boolean => pathname === href || pathname.startsWith(`${href}/`);

/** Key of the place that an address belongs to. */
export const placeOf = (pathname: string): string | undefined =>
  places.find(({ href, also }) =>
    href === '/' ? pathname === '/' : below(pathname, href) || (also !== undefined && below(pathname, also)),
  )?.key;

/** How much waits at a place, by its key. */
export type PlaceCounts = Readonly<Record<string, number | undefined>>;

const item = ({ key, label, href }: Place, counts: PlaceCounts): NavItem => ({
  ...{ key, label, href, icon: <PlaceIcon of={key} /> },
  count: counts[key],
});

export function navigationFor(
  permissions: readonly string[],
  counts: PlaceCounts = {},
): { groups: NavGroup[]; tabs: NavItem[]; open: Place[] } {
  const open = places.filter(({ needs }) => !needs || permissions.includes(needs));
  const titles = [...new Set(open.map(({ group }) => group))];
  return {
    open,
    groups: titles.map((title) => ({ title, items: open.filter(({ group }) => group === title).map((place) => item(place, counts)) })),
    tabs: tabsOf(open).map(([place, label]) => ({ ...item(place, counts), label })),
  };
}

/** The phone has room for five: the first four that the post may open, and the own account. */
function tabsOf(open: readonly Place[]): (readonly [place: Place, label: string])[] {
  const all = open
    .flatMap((place) => (place.tab ? [{ place, order: place.tab[0], label: place.tab[1] }] : []))
    .sort((one, other) => one.order - other.order)
    .map(({ place, label }) => [place, label] as const);
  return all.length > 5 ? [...all.slice(0, 4), all.at(-1)!] : all;
}
