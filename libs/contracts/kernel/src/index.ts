export * from './access.js';
export * from './contract.js';
export * from './empty.js';
export * from './error.js';
export * from './event.js';
export * from './flow.js';
export * from './operation.js';
export * from './page.js';
