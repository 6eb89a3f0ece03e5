import { createAudioPodProxy, permissions } from 'audiopod-react/server'

export const proxy = createAudioPodProxy({
  baseUrl: process.env.UPSTREAM,
  authorize: async (request) => {
    const user = /(?:^|; )session=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
    return user === undefined ? null : { userId: user, allow: [...permissions] }
  },
})
