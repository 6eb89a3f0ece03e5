import 'audiopod-react/styles.css'
import { hydrateRoot } from 'react-dom/client'
import { App } from './App'

const root = document.getElementById('root')
const data = document.getElementById('data')?.textContent
if (!root || !data) throw new Error('The page is not as the server writes it')
hydrateRoot(root, <App initialData={JSON.parse(data)} />)
