import { defineErrors } from '@karez/contracts-kernel';

export const portalErrors = defineErrors({
  'portal.article.too_many_open': {
    status: 409,
    zh: '本单位已有 {open} 个未关闭的文章（上限 {limit}），请先关闭不再使用的。',
    en: 'Your body has {open} open articles already, of {limit}; close some first.',
  },
});
