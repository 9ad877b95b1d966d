import { lookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import { createError, frameworkErrors } from '@portico/errors';

/** How far an entry of the allow-list reaches. */
export interface AddressPolicy {
  /** True lets loopback addresses be read. */
  readonly loopback: boolean;
  /** True lets addresses of private networks be read. */
  readonly privateAddresses: boolean;
}

type Family = 'ipv4' | 'ipv6';

function listOf(...subnets: readonly [network: string, prefix: number, family: Family][]): BlockList {
  const list = new BlockList();
  for (const [network, prefix, family] of subnets) list.addSubnet(network, prefix, family);
  return list;
}

const loopbackAddresses = listOf(['127.0.0.0', 8, 'ipv4'], ['::1', 128, 'ipv6']);
const privateAddresses = listOf(
  ['10.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['fc00::', 7, 'ipv6'],
);
/** Never read: link-local (where clouds keep their credentials), multicast, reserved, translation prefixes. */
const refusedAddresses = listOf(
  ['0.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
);
const mappedAddresses = listOf(['::ffff:0:0', 96, 'ipv6']);

function isReadable(address: string, policy: AddressPolicy): boolean {
  const family: Family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  // BlockList finds an IPv4-mapped IPv6 address in the lists of IPv4 networks by itself.
  if (loopbackAddresses.check(address, family)) return policy.loopback;
  if (privateAddresses.check(address, family)) return policy.privateAddresses;
  if (family === 'ipv6' && mappedAddresses.check(address, family)) return false;
  return !refusedAddresses.check(address, family);
}

/**
 * Finds the addresses of a host, all of which must be readable: one bad address among good ones is how a check is evaded.
 *
 * @throws FRAMEWORK_READ_ADDRESS_REFUSED
 */
export async function checkedAddresses(hostname: string, policy: AddressPolicy): Promise<LookupAddress[]> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const addresses = await lookup(host, { all: true });
  const refused = addresses.find(({ address }) => !isReadable(address, policy));
  if (refused) throw createError(frameworkErrors.READ_ADDRESS_REFUSED, { host, address: refused.address });
  return addresses;
}
