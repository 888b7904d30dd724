/** All files of one application together. */
export const MAX_APPLICATION_BYTES = 500 * 1024 * 1024;
