import { actName, kebabOf, namesOf, plural, serviceName, thingName } from './names.ts';

it('writes one name as each place wants it', () => {
  expect(namesOf('gauging-station')).toEqual({
    kebab: 'gauging-station',
    camel: 'gaugingStation',
    pascal: 'GaugingStation',
    snake: 'gauging_station',
    words: 'gauging station',
  });
  expect(kebabOf('getHeadcount')).toBe('get-headcount');
});

it.each([
  ['station', 'stations'],
  ['dispatch', 'dispatches'],
  ['entry', 'entries'],
  ['survey', 'surveys'],
  ['gauging-box', 'gauging-boxes'],
])('knows more than one %s', (one, several) => {
  expect(plural(one)).toBe(several);
});

it.each(['Hydrology', 'water-quality', '2nd', 'a', '../identity', 'x; drop table', '水文'])('refuses the service name %s', (name) => {
  expect(() => serviceName(name)).toThrow(`"${name}" is no name for a service`);
});

it.each([
  ['order', 'a reserved word'],
  ['case', 'a reserved word'],
  ['outbox', 'every service has already'],
  ['promise', 'every service has already'],
  ['file-helper', 'says nothing'],
  ['a/b', 'is no name for a thing'],
  ['Station', 'is no name for a thing'],
])('refuses the thing %s: %s', (name, why) => {
  expect(() => thingName(name)).toThrow(why);
});

it('takes an act only with a verb and a noun', () => {
  expect(actName('close-station', 'close-station').camel).toBe('closeStation');
  expect(actName('closeStation', 'close-station').kebab).toBe('close-station');
  expect(() => actName('close', 'close-station')).toThrow('a verb and a noun, such as close-station');
});
