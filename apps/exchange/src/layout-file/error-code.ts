/** The code of an error of Node itself, such as `Z_DATA_ERROR`; by its shape, as errors of another realm are no `instanceof Error`. */
export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
