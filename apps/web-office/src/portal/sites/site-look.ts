import { palette } from '@karez/web-ui';

export const siteLook = {
  open: { label: '开放', glyph: 'full', color: palette.water },
  closed: { label: '已关闭', glyph: 'barred', color: palette.slate },
} as const;
