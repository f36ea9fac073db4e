export { excerptOf } from './excerpt.js';
export { Tokens } from './tokens.js';
