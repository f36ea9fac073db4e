import type { LawfulExclusion, RefuseCase } from '@karez/contracts-approval';

/** What happens next in a story, so many working days after what came before it. */
export type StoryStep = { readonly days: number } & (
  | { readonly does: 'correct'; readonly items: readonly string[] }
  | { readonly does: 'submit' | 'silence' | 'withdraw' | 'urge' | 'supersede' | 'resume'; readonly reason?: string }
  | { readonly does: 'accept'; readonly joint?: boolean }
  | ({ readonly does: 'refuse' } & Pick<RefuseCase, 'kind' | 'reason' | 'competentBody'>)
  /** Whoever has it now gives an opinion; `only` one of the offices. */
  | { readonly does: 'review'; readonly only?: string; readonly objects?: string }
  | { readonly does: 'return'; readonly reason: string }
  | { readonly does: 'suspend'; readonly kind: LawfulExclusion; readonly workingDays: number; readonly reason: string }
  | { readonly does: 'extend'; readonly reason: string }
  | { readonly does: 'decide'; readonly granted: boolean; readonly text: string }
  | { readonly does: 'deliver'; readonly way: 'window' | 'post' | 'electronic' }
  | { readonly does: 'rate'; readonly level: number; readonly text?: string }
);

/** One invented case of the demonstration's month. */
export interface CaseStory {
  readonly key: string;
  readonly itemCode: string;
  /** Name of one of the demonstration's applicants. */
  readonly applicant: string;
  readonly subject: string;
  readonly agentName?: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Working days before today, and the time of day in Asia/Shanghai, at which it was drafted. */
  readonly daysAgo: number;
  readonly time: string;
  readonly steps: readonly StoryStep[];
}
