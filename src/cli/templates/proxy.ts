/**
 * The proxy, shut. There is no default that could let anybody in: whoever passes `authorize` spends the account's
 * credits, and who that may be only the app knows.
 */
export const shutProxy = `createAudioPodProxy({
  authorize: async () => {
    // TODO: say who is signed in, by your app's own session. Until then everybody is refused (401), and that is on
    // purpose: whoever passes here spends the credits of your AudioPod account. For example:
    //
    //   authorize: async (request) => {
    //     const user = await userOf(request.headers.get('cookie')) // yours
    //     if (!user) return null // 401
    //     return { userId: user.id, allow: ['credits:read', 'voices:read', 'speech:generate'] }
    //   },
    return null
  },
})`

/** Half a sentence on a file that holds it. */
export const aboutProxy = 'the proxy: it refuses everybody until `authorize` is filled in'
