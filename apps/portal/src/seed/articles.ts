import { headlines } from './articles/headlines.js';
import { notices } from './articles/notices.js';
import { policies } from './articles/policies.js';
import type { PlacedArticle } from './written-article.js';

/** All texts of the demonstration. Every person, event and figure in them is invented. */
export const articles: readonly PlacedArticle[] = [...headlines, ...notices, ...policies];
