/** The demo's own session: what its server says of who is signed in. Nothing here is AudioPod's. */
export interface User {
  id: string
  name: string
  role: string
}

export interface Session {
  user: User | null
  users: User[]
  /** What is behind the proxy. */
  upstream: 'simulator' | 'audiopod'
  /** Ways to make the simulator go wrong; none with the real API. */
  provocations: { id: string; label: string }[]
}

export async function loadSession(): Promise<Session> {
  return (await fetch('/demo/session')).json()
}

export async function signIn(userId: string | null): Promise<Session> {
  return (await post('/demo/sign-in', { userId })).json()
}

export async function provoke(id: string): Promise<void> {
  await post('/demo/provoke', { id })
}

async function post(path: string, body: unknown): Promise<Response> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return answer
}
