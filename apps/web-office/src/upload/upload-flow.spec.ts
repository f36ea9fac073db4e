/**
 * Without our own condition `source`: a package under antd uses the same word for its TypeScript.
 * @jest-environment-options {"customExportConditions": ["node"]}
 */
import { fileStates } from '@karez/contracts-files';
import { fileLook, heard, isUndecided, isUnusable, transferPhases, type Transfer, type TransferNews } from './upload-flow.js';

const chosen: TransferNews = { kind: 'chosen', key: 'a', name: '断面影像.zip', size: 1_000, at: 5 };
const after = (...news: TransferNews[]): readonly Transfer[] => news.reduce(heard, [] as readonly Transfer[]);
const inPhase = (phase: Transfer['phase']): readonly Transfer[] => [{ ...after(chosen)[0]!, phase }];

describe('a transfer', () => {
  it('is sending as soon as it was chosen, and gone when it was given up or has arrived', () => {
    expect(after(chosen)).toEqual([{ key: 'a', name: '断面影像.zip', size: 1_000, phase: 'sending', sent: 0, since: 5, sentBefore: 0 }]);
    expect(after(chosen, { kind: 'gone', key: 'a' })).toEqual([]);
  });

  it('goes on by itself when the line is back', () => {
    const [cut] = after(chosen, { kind: 'cut', key: 'a' });
    expect(cut?.phase).toBe('waiting_line');
    const [back] = heard([cut!], { kind: 'sent', key: 'a', bytes: 300 });
    expect(back).toMatchObject({ phase: 'sending', sent: 300 });
  });

  it('measures its speed from where it went on, not from the pause', () => {
    const [transfer] = after(
      chosen,
      { kind: 'sent', key: 'a', bytes: 400 },
      { kind: 'paused', key: 'a' },
      { kind: 'resumed', key: 'a', at: 9_000 },
    );
    expect(transfer).toMatchObject({ phase: 'sending', since: 9_000, sentBefore: 400 });
  });

  it('forgets the refusal when it is tried again', () => {
    const [refused] = after(chosen, { kind: 'refused', key: 'a', refusal: '文件超过大小限制' });
    expect(refused).toMatchObject({ phase: 'refused', refusal: '文件超过大小限制' });
    expect(heard([refused!], { kind: 'resumed', key: 'a', at: 6 })[0]?.refusal).toBeUndefined();
  });

  it.each<[TransferNews['kind'], readonly Transfer['phase'][]]>([
    ['sent', ['sending', 'waiting_line']],
    ['paused', ['sending', 'waiting_line']],
    ['cut', ['sending']],
    ['resumed', ['paused', 'waiting_line', 'refused']],
    ['refused', ['sending', 'waiting_line']],
  ])('takes %s only from %j: late news changes nothing', (kind, from) => {
    const news = { kind, key: 'a', bytes: 7, at: 7, refusal: '超限' } as TransferNews;
    const changed = transferPhases.filter((phase) => heard(inPhase(phase), news)[0] !== inPhase(phase)[0] && !same(phase, news));
    expect(changed).toEqual(transferPhases.filter((phase) => from.includes(phase)));
  });

  it('leaves the others alone', () => {
    const two = after(chosen, { ...chosen, key: 'b' });
    expect(heard(two, { kind: 'paused', key: 'b' }).map(({ phase }) => phase)).toEqual(['sending', 'paused']);
  });
});

const same = (phase: Transfer['phase'], news: TransferNews): boolean => {
  const before = inPhase(phase)[0]!;
  return JSON.stringify(heard([before], news)[0]) === JSON.stringify(before);
};

describe('a stored file', () => {
  it('has a look in words for every state of the files service', () => {
    expect(fileStates.map((state) => fileLook({ state }).label)).toEqual([
      '待查毒',
      '查毒中',
      '查毒通过',
      '待查毒',
      '已隔离',
      '已隔离',
      '已删除',
    ]);
  });

  it('unscanned is said as it is where the installation lets it be read', () => {
    expect(fileLook({ state: 'not_scanned', readable: true }).label).toBe('未经查毒');
  });

  it('is watched until it was decided, and can be used only then', () => {
    expect(fileStates.filter(isUndecided)).toEqual(['receiving', 'quarantined']);
    expect(fileStates.filter(isUnusable)).toEqual(['infected', 'refused', 'discarded']);
  });
});
