import { renderToStaticMarkup } from 'react-dom/server';
import { marked } from './marked.js';

const html = (text: string, words: readonly string[]) => renderToStaticMarkup(<>{marked(text, words)}</>);

it('marks what was looked for, the longest word first, whatever its case', () => {
  expect(html('塔里木河流域', ['塔里木', '塔里木河'])).toBe('<mark>塔里木河</mark>流域');
  expect(html('Karez 与 karez', ['karez'])).toBe('<mark>Karez</mark> 与 <mark>karez</mark>');
});
it('takes what was typed as letters, and a text as text', () => {
  expect(html('a.c <b>', ['.', '<b>'])).toBe('a<mark>.</mark>c <mark>&lt;b&gt;</mark>');
  expect(html('原样', [])).toBe('原样');
});
