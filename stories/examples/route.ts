// app/api/audiopod/[...path]/route.ts. AUDIOPOD_API_KEY stays in this server's environment.
import { createAudioPodProxy } from 'audiopod-react/server'
import { getUser } from './session' // yours

const proxy = createAudioPodProxy({
  authorize: async () => {
    const user = await getUser()
    if (!user) return null // 401
    return { userId: user.id, allow: ['credits:read', 'voices:read', 'speech:generate'] }
  },
})

export { proxy as GET, proxy as POST, proxy as DELETE, proxy as HEAD, proxy as OPTIONS }
