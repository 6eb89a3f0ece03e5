import { permissions } from 'audiopod-react/server'

/** The proxy's options in every framework. */
export const settings = {
  maxBodyBytes: 20_000,
  allowedOrigins: ['https://app.example'],
  /** @param {Request} request */
  authorize(request) {
    const user = request.headers.get('x-user')
    if (user === 'broken') throw new Error('The session store is away.')
    return user === null ? null : { userId: user, allow: [...permissions] }
  },
}
