// @ts-check
/** Who may do what. In an app of yours this comes from its own roles. */

/**
 * @typedef {object} User
 * @property {string} id
 * @property {string} name
 * @property {string} role what they may do, for people to read
 * @property {readonly import('audiopod-react/server').Permission[]} allow
 */

/** @type {readonly User[]} */
export const users = [
  {
    id: 'user-ada',
    name: 'Ada',
    role: 'everything',
    allow: ['account:read', 'credits:read', 'credits:top-up', 'keys:read', 'keys:write', 'voices:read', 'speech:generate'],
  },
  {
    id: 'user-ben',
    name: 'Ben',
    role: 'balance and speech only',
    allow: ['credits:read', 'voices:read', 'speech:generate'],
  },
]
