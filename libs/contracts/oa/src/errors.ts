import { defineErrors } from '@karez/contracts-kernel';

export const oaErrors = defineErrors({
  'oa.notice.too_many_open': {
    status: 409,
    zh: '本单位已有 {open} 个未关闭的通知（上限 {limit}），请先关闭不再使用的。',
    en: 'Your body has {open} open notices already, of {limit}; close some first.',
  },
});
