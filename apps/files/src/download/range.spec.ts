import { byteRange } from './range.js';

it.each([
  ['bytes=0-0', { from: 0, to: 0 }],
  ['bytes=2-5', { from: 2, to: 5 }],
  ['bytes=5-', { from: 5, to: 9 }],
  ['bytes=-3', { from: 7, to: 9 }],
  ['bytes=-30', { from: 0, to: 9 }],
  ['bytes=8-100', { from: 8, to: 9 }],
  ['Bytes= 1-2 ', { from: 1, to: 2 }],
])('%s of ten bytes is %j', (header, range) => {
  expect(byteRange(header, 10)).toEqual(range);
});

it.each(['bytes=10-', 'bytes=10-12', 'bytes=-0'])('%s lies outside of ten bytes', (header) => {
  expect(byteRange(header, 10)).toBeNull();
});

it.each([
  undefined,
  '',
  'bytes',
  'bytes=',
  'bytes=-',
  'bytes=5-2',
  'bytes=0-1,3-4',
  'lines=0-1',
  'bytes=a-b',
  'bytes=0x1-2',
  'bytes=99999999999999999-',
])('ignores %j, as RFC 9110 allows', (header) => {
  expect(byteRange(header, 10)).toBeUndefined();
});
