import { StrictMode } from 'react'
import { Links, Meta, Outlet, Scripts } from 'react-router'
import 'audiopod-react/styles.css'

export default function Root() {
  return (
    <html lang="en">
      <head>
        <title>Consumer</title>
        <link rel="icon" href="data:," />
        <Meta />
        <Links />
      </head>
      <body>
        <StrictMode>
          <Outlet />
        </StrictMode>
        <Scripts />
      </body>
    </html>
  )
}
