import type { NotificationRow } from '@karez/contracts-identity';

import { deviceWords } from './device-words.js';

interface Told {
  readonly title: string;
  /** Where the person looks or acts next. */
  readonly href?: string;
}

/** What each kind says, rendered here from kind and parameters; a kind that this version does not know is said plainly. */
export function notificationWords({ kind, params }: Pick<NotificationRow, 'kind' | 'params'>): Told {
  const by = params['by'] ? `${params['by']} ` : '';
  const role = params['role'] ? `「${params['role']}」` : '';
  const org = [params['orgName'], params['title']].filter(Boolean).join(' ');
  const from = [params['device'] && deviceWords(params['device']), params['address']].filter(Boolean).join('，');
  switch (kind) {
    case 'signed_in_elsewhere':
      return { title: `您的账号在另一处登录${from && `：${from}`}`, href: '/account/sessions' };
    case 'password_changed':
      return { title: `您修改了密码${from && `（${from}）`}`, href: '/account/sessions' };
    case 'password_reset':
      return { title: `${by || '管理员'}重置了您的密码，其他登录已结束`, href: '/account/sessions' };
    case 'factor_enrolled':
      return { title: '已绑定身份验证器', href: '/account/factor' };
    case 'factor_removed':
      return { title: '已解除身份验证器的绑定', href: '/account/factor' };
    case 'role_granted':
      return { title: `${by}授予您角色${role}${org && `，岗位：${org}`}`, href: '/account/posts' };
    case 'role_withdrawn':
      return { title: `${by}收回了您的角色${role}${org && `，岗位：${org}`}`, href: '/account/posts' };
    case 'post_assigned':
      return { title: `${by}安排您任${org || '新岗位'}`, href: '/account/posts' };
    case 'post_ended':
      return { title: `${by}免去您的岗位${org && `：${org}`}`, href: '/account/posts' };
    case 'refresh_reused':
      return { title: '您的一次登录凭据被重复使用，为安全起见已结束那次登录', href: '/account/sessions' };
    default:
      return { title: '您的账号有一项变动' };
  }
}
