/**
 * Without our own condition `source`: a package under antd uses the same word for its TypeScript.
 * @jest-environment-options {"customExportConditions": ["node"]}
 */
import type { DocumentView } from '@karez/contracts-exchange';
import { draftOf, linesIn, namesIn, noFiles, numberOf, numberText, requestOf, type DraftValues } from './draft-values.js';
import { checkWords, mayBeSealed, sealChecks } from './seal-checks.js';

const number = { agencyCode: '新水办', year: 2026, serial: 128 };
const whole: DraftValues = {
  title: '关于冬季输水的通知',
  documentType: 'notice',
  documentNumber: number,
  issueDate: '2026-11-20',
  body: '正文。',
};
const clean = { fileId: 'f1', name: '计划表.xlsx', size: 9, state: 'clean', readable: true } as const;

describe('what is sent to the exchange', () => {
  it.each(['title', 'documentType', 'documentNumber', 'issueDate'] as const)('is nothing as long as %s is missing', (field) => {
    expect(requestOf({ values: whole, files: noFiles })).toBeDefined();
    expect(requestOf({ values: { ...whole, [field]: undefined }, files: noFiles })).toBeUndefined();
  });

  it('is nothing with a title of one character', () => {
    expect(requestOf({ values: { ...whole, title: ' 一 ' }, files: noFiles })).toBeUndefined();
  });

  it('has no empty fields, and names the files with their role', () => {
    const files = { layout: [{ ...clean, fileId: 'f0' }], attachment: [clean] };
    expect(requestOf({ values: { ...whole, annotation: ' ', signatories: '', issuerMark: '' }, files })).toEqual({
      ...{ title: '关于冬季输水的通知', documentType: 'notice', documentNumber: number, issueDate: '2026-11-20', body: '正文。' },
      files: [
        { fileId: 'f0', role: 'layout' },
        { fileId: 'f1', role: 'attachment' },
      ],
    });
  });

  it('gives a reason only for what is not disclosed', () => {
    const asked = (disclosure: DraftValues['disclosure']) =>
      requestOf({ values: { ...whole, disclosure, nonDisclosureReason: '内部工作事项' }, files: noFiles })?.nonDisclosureReason;
    expect([asked('active'), asked('none')]).toEqual([undefined, '内部工作事项']);
  });

  it('comes back from the exchange as it was sent', () => {
    const request = requestOf({ values: { ...whole, signatories: '沈听澜、周砚秋', attachmentNotes: '计划表\n名单' }, files: noFiles })!;
    const view = {
      ...request,
      files: [],
      urgency: 'none',
      securityClass: 'none',
      disclosure: 'none',
      issuerMark: '某厅文件',
    } as unknown as DocumentView;
    const { files: _, ...elements } = request;
    expect(requestOf(draftOf(view))).toMatchObject(elements);
  });
});

it('reads names and lines as people write them', () => {
  expect(namesIn('沈听澜、周砚秋，芮明溪')).toEqual(['沈听澜', '周砚秋', '芮明溪']);
  expect(namesIn(' ')).toBeUndefined();
  expect(linesIn('1．计划表\n\n2. 名单')).toEqual(['计划表', '名单']);
});

it('takes a document number only when it is whole', () => {
  expect(numberText(number)).toBe('新水办〔2026〕128号');
  expect(numberText({ agencyCode: '新水办', year: 2026 })).toBe('新水办〔2026〕号');
  for (const wrong of [{ agencyCode: '新水 办' }, { agencyCode: '新水〔办' }, { serial: 0 }, { year: 26 }]) {
    expect(numberOf({ ...number, ...wrong })).toBeUndefined();
  }
});

describe('checks before sealing', () => {
  const states = (values: Partial<DraftValues>, files = noFiles, signatures?: Parameters<typeof sealChecks>[1]) => {
    const checks = sealChecks({ values: { ...whole, ...values }, files }, signatures);
    return { ...Object.fromEntries(checks.map(({ key, state }) => [key, state])), sealed: mayBeSealed(checks) };
  };

  it('let a whole document pass', () => {
    expect(states({})).toEqual({ elements: 'ok', text: 'ok', scan: 'ok', sealed: true });
  });

  it('hold what the exchange would refuse', () => {
    expect(states({ title: '一' })).toMatchObject({ elements: 'mend', sealed: false });
    expect(states({ body: ' ' })).toMatchObject({ text: 'mend', sealed: false });
    expect(states({ documentType: 'request' })).toMatchObject({ signatory: 'mend', sealed: false });
    expect(states({ documentType: 'request', signatories: '沈听澜' })).toMatchObject({ signatory: 'ok', sealed: true });
  });

  it('wait for the virus scan, and say which file cannot be used', () => {
    const withFile = (file: object) => states({ attachmentNotes: '计划表' }, { ...noFiles, attachment: [{ ...clean, ...file }] });
    expect(withFile({})).toMatchObject({ scan: 'ok', sealed: true });
    expect(withFile({ state: 'quarantined' })).toMatchObject({ scan: 'wait', sealed: false });
    expect(withFile({ state: 'infected' })).toMatchObject({ scan: 'mend', sealed: false });
    expect(withFile({ state: 'not_scanned', readable: true })).toMatchObject({ scan: 'note', sealed: true });
    expect(withFile({ state: 'not_scanned', readable: false })).toMatchObject({ scan: 'mend', sealed: false });
  });

  it('wait for a file that is still on its way, which would be missing otherwise', () => {
    const checks = sealChecks({ values: whole, files: noFiles, moving: 2 }, undefined);
    expect(checks.find(({ key }) => key === 'transfers')).toEqual({ key: 'transfers', state: 'wait', words: '2 个文件还在上传' });
    expect(mayBeSealed(checks)).toBe(false);
    expect(checkWords(checks)).toBe('等上传完成');
  });

  it('refuse a broken seal and only mention a missing one', () => {
    const layout = { ...noFiles, layout: [clean] };
    expect(states({}, layout, [{ kind: 'ofd', verdict: 'invalid' }])).toMatchObject({ seal: 'mend', sealed: false });
    expect(states({}, layout, [{ kind: 'ofd', verdict: 'valid', sealName: '某厅' }])).toMatchObject({ seal: 'ok', sealed: true });
    expect(states({}, layout, [])).toMatchObject({ seal: 'note', sealed: true });
  });

  it('mention an attachment that the text does not name', () => {
    expect(states({}, { ...noFiles, attachment: [clean] })).toMatchObject({ notes: 'note', sealed: true });
  });
});
