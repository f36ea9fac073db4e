import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { titleLines, titleWidth } from './title-lines.js';

const segmenter = Jieba.withDict(dict);
const issuers = ['新疆维吾尔自治区水利厅', '新疆维吾尔自治区财政厅'];
const lines = (title: string): string[] => titleLines({ words: segmenter.cut(title, true), issuers });

it.each([
  ['关于表彰先进的决定', ['关于表彰先进的决定']],
  ['关于做好冬季输水期间水量调度工作的通知', ['关于做好冬季输水期间', '水量调度工作的通知']],
  ['关于塔里木河流域管理局2026年度水量分配方案的批复', ['关于塔里木河流域管理局', '2026年度水量分配方案的批复']],
  [
    '新疆维吾尔自治区水利厅关于进一步做好2026年冬季输水期间水量调度工作的通知',
    ['新疆维吾尔自治区水利厅', '关于进一步做好2026年冬季', '输水期间水量调度工作的通知'],
  ],
  [
    '关于印发《新疆维吾尔自治区水利工程运行管理办法（试行）》的通知',
    ['关于印发《新疆维吾尔自治区水利工程', '运行管理办法（试行）》的通知'],
  ],
])('%s is broken by its meaning', (title, expected) => {
  expect(lines(title)).toEqual(expected);
});

it('each body of a joint document has a line of its own in the title', () => {
  const found = lines('新疆维吾尔自治区水利厅 新疆维吾尔自治区财政厅关于下达2026年农田水利设施维修养护资金的通知');
  expect(found.slice(0, 2)).toEqual(issuers);
  expect(found[2]).toMatch(/^关于/);
});

it('a line break that the drafter wrote is kept', () => {
  expect(lines('关于表彰\n先进的决定')).toEqual(['关于表彰', '先进的决定']);
});

const parts = {
  places: ['塔里木河', '开都河', '克孜勒苏柯尔克孜自治州阿图什市', '昌吉州', '叶尔羌河流域', '和田地区'],
  acts: ['印发', '进一步加强', '做好', '同意', '下达', '开展', '切实规范'],
  things: ['水利工程建设质量与安全监督管理', '冬季输水', '取水许可申请', '农村供水工程维修养护', '河湖岸线', '水土保持'],
  ends: ['工作的通知', '有关事项的批复', '2026年度计划的请示', '专项检查情况的报告', '（试行）的函', '和水资源保护工作的若干意见'],
};
const titles = parts.places.flatMap((place) =>
  parts.acts.flatMap((act) => parts.things.flatMap((thing) => parts.ends.map((end) => `关于${act}${place}${thing}${end}`))),
);

it(`no line of ${titles.length} titles is too wide, lonely, torn inside a word, begun with a mark or squeezed to a waist`, () => {
  const broken: string[] = [];
  for (const title of titles) {
    const words = segmenter.cut(title, true);
    const found = titleLines({ words });
    const widths = found.map(titleWidth);
    const edges = new Set(words.map((_, index) => words.slice(0, index).join('').length));
    let at = 0;
    const torn = found.slice(0, -1).some((line) => !edges.has((at += line.length)));
    const waist = widths.some((width, index) => width < (widths[index - 1] ?? 0) - 2 && width < (widths[index + 1] ?? 0) - 2);
    const bad =
      widths.some((width) => width > 20 || (found.length > 1 && width < 4)) || found.some((line) => /^[，。、）》”的]|[（《“]$/.test(line));
    if (bad || torn || waist || found.join('') !== title) broken.push(found.join(' / '));
  }
  expect(broken).toEqual([]);
});

it('a title of 200 characters comes to lines that hold it', () => {
  const title = '关于切实做好水利工程安全运行管理工作'.repeat(11).slice(0, 200);
  const found = lines(title);
  expect(found.join('')).toBe(title);
  expect(Math.max(...found.map(titleWidth))).toBeLessThanOrEqual(20);
});
