import { disposition } from './disposition.js';

it.each([
  ['report.pdf', `attachment; filename="report.pdf"; filename*=UTF-8''report.pdf`],
  ['请示.pdf', `attachment; filename="file.pdf"; filename*=UTF-8''%E8%AF%B7%E7%A4%BA.pdf`],
  [`a"b\\c'(1)*.txt`, `attachment; filename="a_b_c_(1)_.txt"; filename*=UTF-8''a%22b%5Cc%27%281%29%2A.txt`],
  ['2026年度 report', `attachment; filename="2026__ report"; filename*=UTF-8''2026%E5%B9%B4%E5%BA%A6%20report`],
])('says %j in ASCII and in UTF-8', (name, header) => {
  expect(disposition('attachment', name)).toBe(header);
});
