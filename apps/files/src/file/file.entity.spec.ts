import { fileFlow, type FileState, fileStates } from '@karez/contracts-files';
import { type Actor, DomainError } from '@karez/kernel';
import { StoredFile } from './file.entity.js';

const now = new Date('2026-11-23T02:00:00Z');
const uploader: Actor = { realm: 'staff', id: 'p-1', name: '阿依努尔', orgId: 'o-1', grants: [] };
const begun = (): StoredFile => StoredFile.begin({ id: 'f-1', name: '请示.pdf', size: 9, announcedSha256: null }, uploader, now);
const fileIn = (state: FileState): StoredFile => Object.assign(begun(), { state, sha256: 'a', sm3: 'b', mediaType: 'application/pdf' });
const names = (file: StoredFile): string[] => file.takeEvents().map(({ event }) => event.constructor.name);

const moves: Record<string, [to: FileState, move: (file: StoredFile) => void, events: string[]]> = {
  receive: ['quarantined', (file) => file.receive(now), ['FileReceived']],
  clear: ['clean', (file) => file.clear(now), ['FileCleared']],
  'leave unscanned': ['not_scanned', (file) => file.leaveUnscanned(false, 'files.file.not_scanned', now), ['FileRefused']],
  condemn: ['infected', (file) => file.condemn('Eicar', now), ['FileRefused']],
  refuse: ['refused', (file) => file.refuse(new DomainError('files.type.damaged'), now), ['FileRefused']],
  discard: ['discarded', (file) => file.discard(), ['FileDiscarded']],
};

describe.each(Object.entries(moves))('%s', (_, [to, move, events]) => {
  const [allowed, refused] = [true, false].map((may) => fileStates.filter((from) => fileFlow.moves[from].includes(to) === may));

  it.each(allowed!)(`moves a file that is %s to ${to} and tells its uploader`, (from) => {
    const file = fileIn(from);
    move(file);
    expect(file.state).toBe(to);
    expect(file.takeEvents().map(({ event, audience }) => [event.constructor.name, audience])).toEqual([
      [events[0], { personIds: ['p-1'] }],
    ]);
  });

  it.each(refused!)('is refused for a file that is %s, which says what is possible', (from) => {
    const file = fileIn(from);
    const error = thrownBy(() => move(file));
    expect(error).toMatchObject({ code: 'state.move_refused', params: { from, to, allowed: fileFlow.moves[from].join(' ') } });
    expect([file.state, names(file)]).toEqual([from, []]);
  });
});

it('says of an unscanned file that it is cleared only where the installation serves such files', () => {
  const file = fileIn('quarantined');
  file.leaveUnscanned(true, 'files.file.not_scanned', now);
  expect(file.takeEvents()).toMatchObject([{ event: { scanned: false, sha256: 'a' } }]);
});

it('knows its uploader by realm and id', () => {
  expect(begun().isOf(uploader)).toBe(true);
  expect(begun().isOf({ ...uploader, realm: 'applicant' })).toBe(false);
  expect(begun().isOf({ ...uploader, id: 'p-2' })).toBe(false);
});

function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
