import { describe, expect, it } from '@jest/globals';
import { cleanPasted } from './word-paste.js';

describe('text pasted from Word', () => {
  it('keeps its words and what they mean', () => {
    expect(
      cleanPasted(
        `<html xmlns:o="urn:o"><head><style>p{color:red}</style></head><!--StartFragment--><p class=MsoNormal style='text-indent:32pt'>` +
          `<span lang=EN-US style='font-family:"仿宋"'>\u3000\u3000各县<b style='mso-bidi-font-weight:normal'>水利局</b><o:p></o:p></span></p>`,
      ),
    ).toBe('<p>各县<b>水利局</b></p>');
  });

  it.each([
    ['a first heading becomes a second', '<h1 class="x">题</h1>', '<h2>题</h2>'],
    ['a style sheet goes with its words', '<style>p { margin: 0 }</style><p>水</p>', '<p>水</p>'],
    ['a title and a script go', '<title>题</title><script>a < b</script><p>水</p>', '<p>水</p>'],
    ['a style sheet without an end goes', '<style><p>水</p>', '<p>水</p>'],
    ['an empty paragraph goes', '<p>&nbsp;</p><p>水</p>', '<p>水</p>'],
    ['a handler goes', '<p onclick="go()">水</p>', '<p>水</p>'],
    ['a condition of Word goes', '<p><![if !supportLists]>1.<![endif]>渠</p>', '<p>1.渠</p>'],
  ])('%s', (_, pasted, kept) => expect(cleanPasted(pasted)).toBe(kept));
});
