/** The files themselves, so that what is shown and what runs cannot disagree. */
const sources = import.meta.glob<string>(['./App.tsx', '../proxy.mjs'], { query: '?raw', import: 'default', eager: true })

export function CodeCard() {
  return (
    <section className="page-card page-full" aria-labelledby="code">
      <h2 id="code">The code of this page</h2>
      <Source title="In the browser: App.tsx" code={sources['./App.tsx']} />
      <Source title="On the server: proxy.mjs" code={sources['../proxy.mjs']} />
    </section>
  )
}

function Source({ title, code }: { title: string; code: string | undefined }) {
  return (
    <details>
      <summary>{title}</summary>
      <pre>
        <code>{code}</code>
      </pre>
    </details>
  )
}
