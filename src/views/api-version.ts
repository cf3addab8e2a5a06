/** The versions that every document for programs carries. */

export const API_VERSION = 'pasidctl/v1';

/** Major.minor of each format: raise the minor for additions, and the major never without a new `apiVersion`. */
export const FORMAT_VERSIONS = {
  plan: '1.2',
  events: '1.1',
  status: '1.1',
  inventory: '1.0',
  guest: '1.0',
  repair: '1.0',
  doctor: '1.0',
} as const;
