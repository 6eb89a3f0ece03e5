/** Stands for what your app already has: who is signed in. */
export async function getUser(): Promise<{ id: string } | null> {
  return { id: 'user-1' }
}
