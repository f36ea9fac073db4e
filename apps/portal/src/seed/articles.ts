import { aboutAndTalks } from './articles/about-and-talks.js';
import { explanations } from './articles/explanations.js';
import { fieldsOfLand } from './articles/fields-of-land.js';
import { fieldsOfWater } from './articles/fields-of-water.js';
import { headlines } from './articles/headlines.js';
import { notices } from './articles/notices.js';
import { ofHydrology } from './articles/of-hydrology.js';
import { ofInformation } from './articles/of-information.js';
import { ofTheBasin } from './articles/of-the-basin.js';
import { openGovernment } from './articles/open-government.js';
import { permitsAndTenders } from './articles/permits-and-tenders.js';
import { policies } from './articles/policies.js';
import { readingMatter } from './articles/reading-matter.js';
import type { PlacedArticle } from './written-article.js';

/** All texts of the demonstration. Every person, event and figure in them is invented. */
export const articles: readonly PlacedArticle[] = [
  ...[headlines, notices, policies, explanations, openGovernment, permitsAndTenders].flat(),
  ...[fieldsOfWater, fieldsOfLand, readingMatter, aboutAndTalks].flat(),
  ...[ofHydrology, ofTheBasin, ofInformation].flat(),
];
