import ipaddr from 'ipaddr.js'

/** Public by its number, and the machine's own host on Azure, with what belongs to the machine. */
const AZURE_HOST = '168.63.129.16'
/** All that has been given out of IPv6 so far. What is not in it is for some special purpose, or for none. */
const IPV6_GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address is on the public internet: of no machine's own, no private net, no link, no metadata service, no
 * tunnel that leads into one (6to4, Teredo, NAT64), and no range that is reserved. What is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  // An IPv4 address in IPv6's clothes becomes what it is.
  const known = ipaddr.process(address)
  if (known.range() !== 'unicast') return false
  return known.kind() === 'ipv4' ? known.toString() !== AZURE_HOST : known.match(IPV6_GLOBAL)
}

/** Names that lead to this machine or into its net wherever they lead anywhere, for runtimes that hide addresses. */
export function isLocalName(hostname: string): boolean {
  return /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa)\.?$/i.test(hostname)
}
