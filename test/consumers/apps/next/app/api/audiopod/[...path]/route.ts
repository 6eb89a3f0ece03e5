import { proxy } from '../../../../lib/audiopod'

export { proxy as GET, proxy as POST, proxy as DELETE, proxy as HEAD, proxy as OPTIONS }
