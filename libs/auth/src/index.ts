export * from './access.js';
export * from './authority.js';
export * from './scope.js';
