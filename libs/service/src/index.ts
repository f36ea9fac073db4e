export * from './broker-gate.js';
export * from './environment.js';
export * from './health.js';
export * from './log.js';
export * from './metrics.js';
export * from './process.js';
export * from './run-migrations.js';
export * from './start-service.js';
