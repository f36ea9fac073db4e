import { EditionPublished } from '@karez/contracts-portal';
import type { Actor } from '@karez/kernel';
import type { Edition } from './edition.entity.js';

export const publishedEvent = ({ id, articleId, siteId, language }: Edition, slug: string, tags: readonly string[]): EditionPublished =>
  new EditionPublished(id, { articleId, siteId, slug, language }, tags);

/** The system writes drafts too (an official document that came in); it reviews nothing and needs no place here. */
export const changedBy = (writers: readonly string[], { id, realm }: Actor): string[] =>
  realm === 'staff' && !writers.includes(id) ? [...writers, id] : [...writers];
