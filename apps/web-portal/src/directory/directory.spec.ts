import { sampleDirectory } from '../../test/sample-directory.js';
import { addressOf, placeOf } from './directory.js';

describe('the directory', () => {
  const directory = sampleDirectory();

  it('has the 14 prefectures and cities in the order of their codes, with all county bureaus below them', () => {
    expect(directory.prefectures.map(({ bureau }) => bureau.divisionCode)).toEqual([
      '650100', '650200', '650400', '650500', '652300', '652700', '652800',
      '652900', '653000', '653100', '653200', '654000', '654200', '654300',
    ]); // prettier-ignore
    expect(directory.prefectures.reduce((sum, { counties }) => sum + counties.length, 0)).toBe(96);
    expect(directory.directCities).toHaveLength(12);
  });

  it('sorts offices, basin bodies and units by pinyin', () => {
    expect(directory.offices.map(({ name }) => name).slice(0, 4)).toEqual(['办公室', '财务处', '规划计划处', '河湖管理处']);
    expect(directory.basins.map((basin) => directory.shortNameOf(basin)).slice(0, 2)).toEqual([
      '博尔塔拉河流域管理处',
      '额尔齐斯河流域管理局',
    ]);
  });

  it('names a bureau by its division code and everything else by its id', () => {
    const hotan = directory.find('653200')!;
    expect(hotan.name).toBe('和田地区水利局');
    expect(placeOf(hotan)).toBe('和田地区');
    expect(directory.find(hotan.id)).toBe(hotan);
    expect(addressOf(directory.offices[0]!)).toBe(directory.offices[0]!.id);
    expect(directory.find('999999')).toBeUndefined();
  });

  it('shortens the names of units among themselves, and of nothing else', () => {
    expect(directory.units.map((unit) => directory.shortNameOf(unit))).toContain('水文局');
    expect(directory.shortNameOf(directory.department!)).toBe('新疆维吾尔自治区水利厅');
  });

  it('lists the department’s own, not the ministry above it', () => {
    expect(directory.own).toHaveLength(directory.bodies.length - 1);
  });

  it('knows what stands above and below', () => {
    const qira = directory.find('653225')!;
    expect(directory.parentOf(qira)?.divisionCode).toBe('653200');
    expect(directory.childrenOf(directory.parentOf(qira)!)).toContain(qira);
    expect(directory.parentOf(directory.department!)?.kind).toBe('ministry');
    const tarim = directory.basins.find(({ name }) => name.includes('塔里木'))!;
    expect(directory.childrenOf(tarim).map(({ name }) => name)).toContain('塔里木河流域和田管理局');
  });
});
