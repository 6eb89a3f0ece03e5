import { proxy } from '../audiopod.server'

export const loader = ({ request }: { request: Request }) => proxy(request)
export const action = ({ request }: { request: Request }) => proxy(request)
