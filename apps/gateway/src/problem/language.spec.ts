import { languageOf } from './language.js';

it.each([
  [undefined, 'zh-CN'],
  ['', 'zh-CN'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,zh;q=0.5', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['zh;q=0.3, en;q=0.7', 'en'],
  ['ug-CN', 'zh-CN'],
  ['ug, en;q=0.5', 'en'],
  ['*', 'zh-CN'],
  ['english', 'zh-CN'],
  ['en;q=0', 'zh-CN'],
  ['en;q=x', 'en'],
])('of %s is %s', (accepted, language) => {
  expect(languageOf(accepted)).toBe(language);
});
