import type { PersonState } from '@karez/contracts-identity';
import { palette, type StateLook } from '@karez/web-ui';

export const personLook: Record<PersonState, StateLook> = {
  active: { label: '在用', glyph: 'full', color: palette.green },
  disabled: { label: '已停用', glyph: 'barred', color: palette.slate },
};
