import { type DelegationStanding, delegationStandingWords, type DelegationView, type TodoKind, todoKindWords } from '@karez/contracts-oa';
import { palette, type StateLook } from '@karez/web-ui';
import { shortTime } from '../../app/time.js';

const looks: Readonly<Record<DelegationStanding, readonly [StateLook['glyph'], string]>> = {
  coming: ['ring', palette.water],
  running: ['half', palette.water],
  over: ['full', palette.slate],
  revoked: ['barred', palette.slate],
};
export const standingLook = (standing: DelegationStanding): StateLook => {
  const [glyph, color] = looks[standing];
  return { label: delegationStandingWords[standing], glyph, color };
};
export const scopeWords = (kinds: readonly TodoKind[]): string =>
  kinds.length === 0 ? '全部事项' : kinds.map((kind) => todoKindWords[kind]).join('、');
export const periodWords = ({ from, until }: Pick<DelegationView, 'from' | 'until'>): string => `${shortTime(from)} 至 ${shortTime(until)}`;
