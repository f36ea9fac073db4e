import { cleanFileName } from './file-name.js';

it.each([
  ['关于防汛的请示.pdf', '关于防汛的请示.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\a\\报表.xlsx', '报表.xlsx'],
  ['a\u0000b\u0007\n.txt', 'ab.txt'],
  // what a reader sees as “发票exe.pdf” is a program
  ['发票\u202efdp.exe', '发票fdp.exe'],
  ['\u2066a\u2069\u200b\ufeffb.txt', 'ab.txt'],
  ['e\u0301.txt', 'é.txt'],
  ['a  \t b.txt', 'a b.txt'],
  ['con.txt', '_con.txt'],
  ['LPT1', '_LPT1'],
  ['concert.txt', 'concert.txt'],
  ['a<b>:"c|?*.txt', 'a_b___c___.txt'],
  ['. .hidden. .', 'hidden'],
  ['\ud800a.txt', 'a.txt'],
  ['..', '未命名'],
  ['/', '未命名'],
  ['ھۆججەت.pdf', 'ھۆججەت.pdf'],
])('makes of %j the name %j', (given, clean) => {
  expect(cleanFileName(given)).toBe(clean);
});

it('shortens a name to 240 bytes, keeps its extension and cuts no character', () => {
  const clean = cleanFileName(`${'水'.repeat(200)}👩‍👩‍👧.docx`);
  expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(240);
  expect(clean).toMatch(/^水+\.docx$/);
  expect(cleanFileName(clean)).toBe(clean);
});
