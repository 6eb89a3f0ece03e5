declare module '*.css?inline' {
  const text: string
  export default text
}
declare module '@/lib/session' {
  export function getUser(): Promise<{ id: string } | undefined>
}
declare module 'vite' {
  export function defineConfig<T>(config: T): T
}
declare module '@vitejs/plugin-react' {
  export default function react(): unknown
}
declare module 'next/headers' {
  export function headers(): Promise<Headers>
}
declare module 'react-router' {
  export function useLoaderData<T extends (...args: never[]) => unknown>(): Awaited<ReturnType<T>>
}
declare module '$lib/server/audiopod' {
  export const proxy: (request: Request) => Promise<Response>
}
