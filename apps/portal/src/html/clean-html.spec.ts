import { cleanHtml } from './clean-html.js';
import { asParagraphs, plainText } from './plain-text.js';

it.each([
  ['<p>水情</p><script>alert(1)</script>', '<p>水情</p>', ['script']],
  ['<p onclick="x()">水情</p>', '<p>水情</p>', ['onclick']],
  ['<p style="position:fixed">水情</p><style>p{}</style>', '<p>水情</p>', ['style']],
  ['<iframe src="https://a.example"></iframe><p>水</p>', '<p>水</p>', ['iframe']],
  ['<svg onload=alert(1)><p>水</p></svg>', '<p>水</p>', ['svg']],
  ['<a href="javascript:alert(1)">去</a>', '<a>去</a>', ['href']],
  ['<a href="JaVaScRiPt&#58;alert(1)">去</a>', '<a>去</a>', ['href']],
  ['<a href="data:text/html,x">去</a>', '<a>去</a>', ['href']],
  ['<a href="/portal/../admin">去</a>', '<a>去</a>', ['href']],
  ['<a href="//evil.example">去</a>', '<a>去</a>', ['href']],
  ['<img src="https://evil.example/p.png" alt="点"><p>水</p>', '<p>水</p>', ['img', 'src']],
  ['<img src="/media/a.svg"><p>水</p>', '<p>水</p>', ['img']],
  ['<form action="/x"><input name="a"></form><p>水</p>', '<p>水</p>', ['form', 'input']],
  ['<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>', '<table></table>', ['math', 'mglyph', 'mtext', 'style']],
])('takes away what may not stand in %s, and says what', (written, html, removed) => {
  expect(cleanHtml(written)).toEqual({ html, removed });
});

it('keeps what carries meaning', () => {
  const text =
    '<h2>一、总体情况</h2><p>见<a href="https://example.gov.cn/a">附件</a></p><table><tr><th scope="col" colspan="2">站</th></tr></table><img src="/media/a.svg" alt="水库" />';
  expect(cleanHtml(text)).toEqual({ html: text, removed: [] });
});

it('is not fooled by what its own answer contains', () => {
  const once = cleanHtml('<scr<script>ipt>alert(1)</scr</script>ipt><p>水</p>').html;
  expect(once).not.toMatch(/<script/i);
  expect(cleanHtml(once).html).toBe(once);
});

it('reads the words, and writes words as text', () => {
  expect(plainText('<p>甲 &amp; 乙</p><p>丙&lt;丁</p>')).toBe('甲 & 乙\n丙<丁');
  expect(asParagraphs('一<b>\n\n二&')).toBe('<p>一&lt;b&gt;</p>\n<p>二&amp;</p>');
});
