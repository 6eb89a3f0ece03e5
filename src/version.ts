/** This package's version, as in its package.json: a test holds the two equal. The proxy sends it with each answer. */
export const version = '0.1.0'
