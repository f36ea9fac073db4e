import { defineErrors } from '@karez/contracts-kernel';

export const approvalErrors = defineErrors({
  'approval.item.too_many_open': {
    status: 409,
    zh: '本单位已有 {open} 个未关闭的事项（上限 {limit}），请先关闭不再使用的。',
    en: 'Your body has {open} open items already, of {limit}; close some first.',
  },
});
