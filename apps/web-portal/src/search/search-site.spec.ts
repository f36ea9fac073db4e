import { samplePage } from '../../test/sample-page.js';
import type { Language } from '../language/languages.js';
import { listedPages } from '../pages/all-pages.js';
import { mostResults, searchSite } from './search-site.js';

const found = (typed: string, language: Language = 'zh-CN') => {
  const { pages, bodies, found: all } = searchSite(samplePage({ language }), listedPages, typed);
  return { pages: pages.map(({ path }) => path), bodies: bodies.map(({ name }) => name), all };
};

describe('searching the site', () => {
  it('puts the exact name first', () => {
    expect(found('策勒县水利局').bodies[0]).toBe('策勒县水利局');
    expect(found('和田').bodies.slice(0, 3)).toEqual(expect.arrayContaining(['和田地区水利局', '和田市水利局', '和田县水利局']));
  });

  it('finds a bureau though a letter is missing, spaces stand between and letters are full-width', () => {
    expect(found('策勒水利局').bodies).toEqual(['策勒县水利局']);
    expect(found(' 策勒 县 ').bodies).toEqual(['策勒县水利局']);
    expect(found('６５３２２５').bodies).toEqual(['策勒县水利局']);
  });

  it('leads from what people call a thing to the page about it', () => {
    expect(found('打井取水').pages).toEqual(['/services']);
    expect(found('信息公开').pages).toContain('/open-government');
    expect(found('large text', 'en').pages).toContain('/accessibility');
  });

  it('finds places by their names in other languages', () => {
    expect(found('hotan', 'en').bodies).toContain('和田地区水利局');
    expect(found('خوتەن', 'ug').bodies).toContain('和田地区水利局');
  });

  it('finds nothing for what is not there, for punctuation and for nothing', () => {
    for (const typed of ['zzzz', '！？', '', '   ']) expect(found(typed).all).toBe(0);
  });

  it('lists no more than can be read and says how many there are', () => {
    const { bodies, pages, all } = found('水利');
    expect(bodies.length + pages.length).toBeLessThanOrEqual(mostResults);
    expect(all).toBeGreaterThan(mostResults);
  });
});
