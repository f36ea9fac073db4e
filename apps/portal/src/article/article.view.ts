import { holds } from '@karez/auth';
import type { ArticleView } from '@karez/contracts-portal';
import type { Actor } from '@karez/kernel';
import type { Article } from './article.entity.js';
import { actsOn } from './article.policy.js';

export const articleColumns = ['id', 'name', 'state', 'orgId', 'registeredAt', 'closedAt', 'closedReason', 'version'] as const;
export type ArticleFacts = Pick<Article, (typeof articleColumns)[number]>;

export function articleView(facts: ArticleFacts, reader: Actor): ArticleView {
  const { id, name, state, orgId, registeredAt, closedAt, closedReason, version } = facts;
  return {
    ...{ id, name, state, orgId, registeredAt: registeredAt.toISOString(), version },
    ...(closedAt ? { closedAt: closedAt.toISOString() } : {}),
    ...(closedReason ? { closedReason } : {}),
    acts: actsOn(state, holds(reader, 'portal.article.write')),
  };
}
