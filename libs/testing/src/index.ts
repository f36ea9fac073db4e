export { testDatabase, type TestDatabase } from './database.js';
export { eventually } from './eventually.js';
export { startProgram, type Program, type ProgramOptions } from './program.js';
export { testNats, testRedis, type TestServer } from './servers.js';
