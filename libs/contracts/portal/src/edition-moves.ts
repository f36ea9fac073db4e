import { defineFlow, type StateOf } from '@karez/contracts-kernel';

/**
 * One edition (版本) of an article in one language. At most one is under work (`draft` to `scheduled`) and at most one is the public's
 * (`live` or `withdrawn`); all others are past.
 */
export const editionFlow = defineFlow('draft', {
  draft: ['in_review', 'discarded'],
  in_review: ['draft', 'approved'],
  approved: ['draft', 'scheduled', 'live'],
  scheduled: ['approved', 'live'],
  live: ['superseded', 'withdrawn'],
  withdrawn: ['superseded'],
  superseded: [],
  discarded: [],
});
export type EditionState = StateOf<typeof editionFlow>;
export const editionStates = Object.keys(editionFlow.moves) as EditionState[];
export const workingStates = ['draft', 'in_review', 'approved', 'scheduled'] as const satisfies readonly EditionState[];
export const publicStates = ['live', 'withdrawn'] as const satisfies readonly EditionState[];

export const editionActs = [
  'edit',
  'submit',
  'discard',
  'review',
  'recall',
  'publish',
  'unschedule',
  'rework',
  'withdraw',
  'new_edition',
  'preview',
] as const;
export type EditionAct = (typeof editionActs)[number];
export interface EditionActRule {
  readonly states: readonly EditionState[];
  readonly needs: 'portal.article.write' | 'portal.article.review' | 'portal.article.publish' | 'portal.article.read';
}
/** What may be done in which state, and the permission for it: the service refuses by it, the screens draw their buttons from it. */
export const editionActRules: Readonly<Record<EditionAct, EditionActRule>> = {
  edit: { states: ['draft'], needs: 'portal.article.write' },
  submit: { states: ['draft'], needs: 'portal.article.write' },
  discard: { states: ['draft'], needs: 'portal.article.write' },
  review: { states: ['in_review'], needs: 'portal.article.review' },
  recall: { states: ['in_review'], needs: 'portal.article.write' },
  publish: { states: ['approved'], needs: 'portal.article.publish' },
  unschedule: { states: ['scheduled'], needs: 'portal.article.publish' },
  rework: { states: ['approved'], needs: 'portal.article.write' },
  withdraw: { states: ['live'], needs: 'portal.article.publish' },
  new_edition: { states: ['live', 'withdrawn', 'superseded'], needs: 'portal.article.write' },
  preview: { states: ['draft', 'in_review', 'approved', 'scheduled'], needs: 'portal.article.read' },
};

/**
 * 撤下 in five ways, after GOV.UK's publishing: the text stays under a notice; the address leads elsewhere; 410 with the reason; 404 as if
 * it had never been; another article stands in its place.
 */
export const withdrawalKinds = ['notice', 'redirect', 'gone', 'vanish', 'substitute'] as const;
export type WithdrawalKind = (typeof withdrawalKinds)[number];
