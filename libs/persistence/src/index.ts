export * from './act-audited.js';
export * from './database.js';
export * from './list.js';
export * from './naming.js';
export * from './org-copy-tables.js';
export * from './platform-tables.js';
export * from './tx.js';
export * from './unit-of-work.js';
