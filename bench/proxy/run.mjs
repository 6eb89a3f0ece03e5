// @ts-check
/** Runs every measurement of the proxy, one after another. `npm run bench:proxy` */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

for (const script of ['throughput', 'latency', 'leavers', 'stream']) {
  console.log(`\`node bench/proxy/${script}.mjs\``)
  execFileSync(process.execPath, [fileURLToPath(new URL(`${script}.mjs`, import.meta.url))], { stdio: ['ignore', 'inherit', 'ignore'] })
}
