import { host, issuer, sampleText } from '../../test/rendition/sample-text.js';
import { halvesOf } from './closing.js';
import { pageSource } from './page-source.js';
import type { Faces, Paper } from './paper.js';
import type { RenditionOptions } from './rendition-options.js';

const face = { families: ['Noto Serif SC'], weight: 400 };
const faces: Faces = { fang: face, kai: face, hei: face, song: face, title: face, mark: face, latin: face };
const source = (more: Parameters<typeof sampleText>[0] = {}, options: RenditionOptions = {}): ReturnType<typeof pageSource> => {
  const text = sampleText(more);
  return pageSource(text, options, { faces, words: [...text.title] });
};
const paper = (more: Parameters<typeof sampleText>[0] = {}, options: RenditionOptions = {}): Paper => source(more, options).paper;

it.each([
  ['general', [host], { names: [host], suffix: '文件' }],
  ['letter', [host], { names: [host], suffix: '' }],
  ['order', [host], { names: [host], suffix: '令' }],
  ['order', [`${host}令`], { names: [`${host}令`], suffix: '' }],
  ['minutes', ['水利厅厅务会议'], { names: ['水利厅厅务会议'], suffix: '纪要' }],
  ['general', [host, '自治区财政厅'], { names: [host, '自治区财政厅'], suffix: '文件' }],
  ['letter', [host, '自治区财政厅'], { names: [host], suffix: '' }],
] as const)('the mark of the form %s issued by %j', (layout, names, mark) => {
  expect(paper({ layout, issuers: names.map((name) => issuer(name)) }).mark).toEqual(mark);
});

it('the signers are printed on documents that go up, and on no others', () => {
  const issuers = [issuer(host, '高远山')];
  expect(paper({ upward: true, issuers }).signers).toEqual(['高远山']);
  expect(paper({ issuers }).signers).toEqual([]);
  expect(paper({ upward: true, layout: 'letter', issuers }).signers).toEqual([]);
});

it('the number and the day leave their places free before they are known', () => {
  const draft = paper({ number: undefined, formedOn: undefined });
  expect(draft.number).toBe('〔　　〕　号');
  expect(draft.closing.date).toMatch(/^\s+年\s+月\s+日$/);
});

it('an order has no title, minutes have their day under it', () => {
  expect(paper({ layout: 'order' }).title).toEqual([]);
  expect(paper({ layout: 'minutes' }).subtitle).toBe('（2026年11月7日）');
});

it.each([
  ['general', {}, 'sealed'],
  ['general', { seals: 'none' }, 'plain'],
  ['letter', { seals: [] }, 'sealed'],
  ['order', {}, 'signed'],
  ['minutes', { seals: [] }, 'none'],
] as const)('a document of the form %s with %j is closed as %s', (layout, options, kind) => {
  expect(paper({ layout }, options).closing.kind).toBe(kind);
});

it('a seal goes to the issuer whose name it bears; without a picture the place stays free', () => {
  const issuers = [issuer(host), issuer('自治区财政厅')];
  const seals = [{ name: '自治区财政厅', format: 'png', bytes: new Uint8Array([1]), diameter: 45 }] as const;
  const { paper: printed, pictures } = source({ issuers }, { seals });
  expect(printed.closing.seals).toEqual([null, { path: '/pictures/seal-1.png', diameter: 45 }]);
  expect(Object.keys(pictures)).toEqual(['/pictures/seal-1.png']);
});

it('a name stamp goes with the post of its signer', () => {
  const { signatures } = paper(
    { layout: 'order', issuers: [issuer(host, '高远山')] },
    { signatures: [{ name: host, post: '厅长' }] },
  ).closing;
  expect(signatures).toEqual([{ post: '厅长', name: '高远山', path: null }]);
});

it('a note is put in brackets, once', () => {
  expect(paper({ note: '此件公开发布' }).note).toBe('（此件公开发布）');
  expect(paper({ note: '（此件公开发布）' }).note).toBe('（此件公开发布）');
});

it('who was there is listed in the order of the standard', () => {
  const attendance = [
    { kind: 'observing', names: '办公室' },
    { kind: 'present', names: '高远山' },
  ] as const;
  expect(paper({ layout: 'minutes', attendance: [...attendance] }).attendance).toEqual([
    ['出席', '高远山'],
    ['列席', '办公室'],
  ]);
});

it.each([
  ['新疆维吾尔自治区发展和改革委员会', ['新疆维吾尔自治区', '发展和改革委员会']],
  ['塔里木河流域管理局', ['塔里木河流', '域管理局']],
])('a long name is broken behind its region or in the middle', (name, halves) => {
  expect(halvesOf(name)).toEqual(halves);
});
