import { fileStates } from '@karez/contracts-files';
import { actsOn, assertReadable, isReadable, type Readability } from './reading.policy.js';

const file = (more: Partial<Readability>): Readability => ({
  id: 'f',
  state: 'clean',
  mediaType: 'application/pdf',
  reason: null,
  reasonParams: null,
  damaged: false,
  ...more,
});

it('lets only clean files be read, and unscanned ones where that is allowed', () => {
  expect(fileStates.filter((state) => isReadable(file({ state }), 'refuse'))).toEqual(['clean']);
  expect(fileStates.filter((state) => isReadable(file({ state }), 'allow'))).toEqual(['clean', 'not_scanned']);
});

it('serves nothing of which the stored bytes were found altered', () => {
  expect(isReadable(file({ damaged: true }), 'allow')).toBe(false);
  expect(() => assertReadable(file({ damaged: true }), 'download', 'allow')).toThrow('files.content.damaged');
});

it.each([
  ['receiving', null, 'files.file.receiving'],
  ['quarantined', null, 'files.file.in_quarantine'],
  ['not_scanned', 'files.file.not_scanned', 'files.file.not_scanned'],
  ['infected', 'files.file.infected', 'files.file.infected'],
  ['refused', 'files.type.macros', 'files.type.macros'],
  ['discarded', null, 'not_found'],
] as const)('says why a file that is %s cannot be read', (state, reason, code) => {
  expect(() => assertReadable(file({ state, reason }), 'download', 'refuse')).toThrow(code);
});

it('previews what a browser shows safely and nothing else', () => {
  expect(() => assertReadable(file({ mediaType: 'image/png' }), 'preview', 'refuse')).not.toThrow();
  expect(() => assertReadable(file({ mediaType: 'application/zip' }), 'preview', 'refuse')).toThrow('files.file.no_preview');
});

it('offers what can be done now', () => {
  expect(actsOn(file({}), false, 'refuse')).toEqual(['download', 'preview', 'discard']);
  expect(actsOn(file({}), true, 'refuse')).toEqual(['download', 'preview']);
  expect(actsOn(file({ mediaType: 'application/zip' }), true, 'refuse')).toEqual(['download']);
  expect(actsOn(file({ state: 'quarantined' }), false, 'refuse')).toEqual(['discard']);
  expect(actsOn(file({ state: 'discarded' }), false, 'refuse')).toEqual([]);
});
