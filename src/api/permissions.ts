/** What `authorize` may allow a user. There is no wildcard: each is granted by name. */
export const permissions = [
  'account:read',
  'credits:read',
  'credits:top-up',
  'keys:read',
  'keys:write',
  'voices:read',
  'speech:generate',
] as const

export type Permission = (typeof permissions)[number]
