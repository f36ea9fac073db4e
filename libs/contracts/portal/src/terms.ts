/** Languages of the public site; every text has its home in Chinese. */
export const languages = ['zh-CN', 'en', 'ug'] as const;
export type Language = (typeof languages)[number];

/**
 * 栏目类型: decides how long a column may stay silent by the national check of government sites (国办秘函〔2019〕19号: 动态、要闻 two weeks,
 * 通知公告、政策文件 six months), and what the public page looks like.
 */
export const columnTypes = [
  'news',
  'notice',
  'policy',
  'plan',
  'tender',
  'overview',
  'disclosure',
  'service',
  'interaction',
  'special',
] as const;
export type ColumnType = (typeof columnTypes)[number];
/** Longest silence in days that the national check allows for a type; absent where it names none. */
export const silenceByType: Readonly<Partial<Record<ColumnType, number>>> = { news: 14, notice: 180, policy: 180 };

/** 主题分类 of the disclosure catalogue. */
export const disclosureThemes = [
  'organisation',
  'planning',
  'budget',
  'permits',
  'projects',
  'water_resources',
  'flood_drought',
  'river_lake',
  'rural_water',
  'soil_conservation',
  'personnel',
  'other',
] as const;
export type DisclosureTheme = (typeof disclosureThemes)[number];
/** 体裁分类. */
export const disclosureGenres = ['notice', 'opinion', 'decision', 'reply', 'announcement', 'report', 'measures', 'plan', 'other'] as const;
export type DisclosureGenre = (typeof disclosureGenres)[number];

/** 稿件来源: written here, from an official document of exchange, from a decision of approval, or planted with the demonstration. */
export const contentOrigins = ['written', 'exchange', 'approval', 'imported'] as const;
export type ContentOrigin = (typeof contentOrigins)[number];
