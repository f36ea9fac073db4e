import { defineErrors } from '@karez/contracts-kernel';

/** Of setting a document in type. */
export const renditionErrors = defineErrors({
  'oa.rendition.missing_glyph': {
    status: 422,
    zh: '文稿中的字符“{characters}”没有可用的字形，无法排版，请更换或者安装含有该字的字体。',
    en: 'No font has these characters: {characters}. Replace them, or install a font that has them.',
  },
  'oa.rendition.busy': {
    status: 503,
    zh: '排版任务较多，请稍后再试。',
    en: 'Too many documents are being set in type; try again soon.',
  },
});
