export * from './aggregate.js';
export * from './calendar/index.js';
export * from './ctx.js';
export * from './domain-error.js';
export * from './ids.js';
