export * from './act-keys.js';
export * from './client.js';
export * from './live-events.js';
export * from './problem-error.js';
export * from './request.js';
export * from './session.js';
