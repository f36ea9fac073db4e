import { databaseAway } from './database-away.js';

const failure = (message: string, code?: string): Error => Object.assign(new Error(message), code ? { code } : {});

it.each([
  ['the pool has no connection left', failure('timeout exceeded when trying to connect')],
  ['nobody listens', failure('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED')],
  ['the server shuts down', failure('terminating connection due to administrator command', '57P01')],
  ['the server is full', failure('sorry, too many clients already', '53300')],
  ['the line breaks', failure('Connection terminated unexpectedly')],
])('an event is not to blame when %s', (_, error) => expect(databaseAway(error)).toBe(true));

it.each([
  ['a reaction throws', failure('cannot take 666')],
  ['a rule of the table is broken', failure('duplicate key value', '23505')],
  ['something that is no error is thrown', 'text'],
])('it is when %s', (_, error) => expect(databaseAway(error)).toBe(false));
