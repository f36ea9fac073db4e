import {
  ApartmentOutlined,
  AuditOutlined,
  BellOutlined,
  HomeOutlined,
  IdcardOutlined,
  SafetyCertificateOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { NavGroup, NavItem } from '@karez/web-ui';
import type { ReactNode } from 'react';

interface Place {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  readonly icon: ReactNode;
  readonly group?: string;
  /** Without it: for everyone who is signed in. */
  readonly needs?: string;
  /** In the phone's tab bar, in this order. */
  readonly tab?: number;
}

/** Every place of the workspace. What a post may not open, its navigation does not show; who comes by address is told why. */
export const places: readonly Place[] = [
  { key: 'home', label: '工作台', href: '/', icon: <HomeOutlined />, tab: 1 },
  { key: 'orgs', label: '机构', href: '/orgs', icon: <ApartmentOutlined />, group: '组织', needs: 'identity.org.read', tab: 2 },
  { key: 'people', label: '人员', href: '/people', icon: <TeamOutlined />, group: '组织', needs: 'identity.person.read', tab: 3 },
  { key: 'roles', label: '角色与授权', href: '/roles', icon: <SafetyCertificateOutlined />, group: '组织', needs: 'identity.role.read' },
  { key: 'audit', label: '审计记录', href: '/audit', icon: <AuditOutlined />, group: '监督', needs: 'identity.audit.read' },
  { key: 'notifications', label: '通知', href: '/notifications', icon: <BellOutlined />, group: '个人', tab: 4 },
  { key: 'account', label: '我的账号', href: '/account', icon: <IdcardOutlined />, group: '个人', tab: 5 },
];

/** Key of the place that an address belongs to. */
export const placeOf = (pathname: string): string | undefined =>
  places.find(({ href }) => (href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)))?.key;

const item = ({ key, label, href, icon }: Place, unread: number): NavItem => ({
  key,
  label,
  href,
  icon,
  count: key === 'notifications' ? unread : undefined,
});

export function navigationFor(permissions: readonly string[], unread: number): { groups: NavGroup[]; tabs: NavItem[]; open: Place[] } {
  const open = places.filter(({ needs }) => !needs || permissions.includes(needs));
  const titles = [...new Set(open.map(({ group }) => group))];
  return {
    open,
    groups: titles.map((title) => ({ title, items: open.filter(({ group }) => group === title).map((place) => item(place, unread)) })),
    tabs: open
      .filter(({ tab }) => tab)
      .sort((one, other) => one.tab! - other.tab!)
      .map((place) => ({ ...item(place, unread), label: place.key === 'account' ? '我的' : place.label })),
  };
}
