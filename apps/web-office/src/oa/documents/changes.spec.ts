import type { DocumentBody } from '@karez/contracts-oa';
import { changesOf, countChanges } from './changes.js';
import { cleanForBody, levelOf } from './pasted.js';
import { bodyOf, whyNotKept } from './body-json.js';

const body = (...lines: string[]): DocumentBody => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', ...(text && { content: [{ type: 'text', text }] }) })),
});
const by = (author: string, ...lines: string[]) => ({ author, body: body(...lines) });
const shown = (lines: ReturnType<typeof changesOf>): string[] =>
  lines.map((line) => line.map(({ text, insertedBy, deletedBy }) => (deletedBy ? `[-${text}-${deletedBy}]` : insertedBy ? `[+${text}+${insertedBy}]` : text)).join('')); // prettier-ignore

describe('coloured changes', () => {
  it('stand under the name of who made them', () => {
    const lines = changesOf([
      by('甲', '为保障农业储水安全。'),
      by('乙', '为保障城乡供水和农业储水安全。'),
      by('丙', '为保障城乡供水和储水安全。'),
    ]);
    expect(shown(lines)).toEqual(['为保障[+城乡供水和+乙][-农业-丙]储水安全。']);
    expect(countChanges(lines)).toBe(2);
  });
  it('keep both names where one took out what another put in, and nothing where it was the same person', () => {
    expect(shown(changesOf([by('甲', '落实。'), by('乙', '逐日落实。'), by('丙', '落实。')]))).toEqual(['[-逐日-丙]落实。']);
    expect(shown(changesOf([by('甲', '落实。'), by('乙', '逐日落实。'), by('乙', '落实。')]))).toEqual(['落实。']);
  });
  it('see a paragraph that was split, and one that was added', () => {
    expect(changesOf([by('甲', '一二'), by('乙', '一', '二')])).toHaveLength(2);
    expect(shown(changesOf([by('甲', '一'), by('乙', '一', '二')]))).toEqual(['一', '[+二+乙]']);
  });
  it('are none in the first version', () => {
    expect(countChanges(changesOf([by('甲', '正文')]))).toBe(0);
    expect(changesOf([])).toEqual([]);
  });
});

describe('what is pasted', () => {
  it('from Word becomes headings and paragraphs without its look, scripts or pictures', () => {
    const word = `<html><head><style>p{}</style><script>alert(1)</script></head><body><p class=MsoNormal style="mso-x:1"><span lang=EN>一、严格执行调度计划</span></p><p class="MsoNormal"><b>各地</b>要按照批复执行。</p><p><img src="file:///c:/1.png"></p></body></html>`;
    const { html } = cleanForBody(word);
    expect(html).toContain('<h1>一、严格执行调度计划</h1>');
    expect(html).toContain('<b>各地</b>要按照批复执行。');
    expect(html).not.toMatch(/script|style|img|Mso|span/i);
  });
  it('as a list from WPS becomes paragraphs', () => {
    expect(cleanForBody('<ol><li>第一项；</li><li>（一）明确责任</li></ol>').html).toBe('<p>第一项；</p><h2>（一）明确责任</h2>');
  });
  it('as a whole sheet is refused in words', () => {
    const { html, refused } = cleanForBody(`<table>${'<tr><td>1</td></tr>'.repeat(5000)}</table>`);
    expect([html, refused]).toEqual(['', '粘贴的表格有 5000 行，超过 300 行的请作为附件上传；已写的内容没有变动。']);
  });
  it.each([
    ['一、总体要求', 1],
    ['（二）责任分工', 2],
    ['3.数据报送', 3],
    ['（4）附则', 4],
    ['一、这是一段很长的话，说明的内容比标题多得多，因此不是标题而是正文的一部分，不应变成标题。', undefined],
    ['正文', undefined],
  ] as const)('%s is of level %s', (text, level) => expect(levelOf(text)).toBe(level));
});

describe('what is kept', () => {
  it('leaves out attributes that say nothing', () => {
    const json = { type: 'doc', content: [{ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 2, colwidth: null }, content: [{ type: 'paragraph' }] }] }] }] }; // prettier-ignore
    const kept = bodyOf(json);
    expect(JSON.stringify(kept)).toContain('"attrs":{"rowspan":2}');
    expect(whyNotKept(kept)).toBeUndefined();
  });
  it('says why a text cannot be kept', () => {
    const row = { type: 'tableRow' as const, content: [{ type: 'tableCell' as const, content: [] }] };
    expect(whyNotKept({ type: 'doc', content: [{ type: 'table', content: Array(301).fill(row) as (typeof row)[] }] })).toBe('表格超过 300 行，请改作附件。'); // prettier-ignore
    expect(whyNotKept({ type: 'doc', content: [{ type: 'video' }] } as unknown as DocumentBody)).toContain('node "video"');
  });
});
