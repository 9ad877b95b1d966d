import type { Impact, ImpactRequest, Offer } from '@portico/contracts';

const pluginApi = '@portico/plugin-api';

/** What the shell would offer. The plugin API is a shared module, too. */
export function proposedOffer(offer: Offer, { shared = {}, portal }: ImpactRequest): Offer {
  const wanted: ImpactRequest['shared'] = { ...(portal !== undefined && pluginApi in offer.shared ? { [pluginApi]: portal } : {}), ...shared };
  const next = Object.entries({ ...offer.shared, ...wanted }).filter((entry): entry is [string, string] => entry[1] !== null);
  return { ...offer, pluginApi: portal ?? wanted[pluginApi] ?? offer.pluginApi, shared: Object.fromEntries(next) };
}

/** What tells two offers apart, by request; `portal` stands for the plugin API. */
export function changesBetween(before: Offer, after: Offer): Impact['changes'] {
  const versionsOf = (offer: Offer): Map<string, string> => new Map([...Object.entries(offer.shared), ['portal', offer.pluginApi]]);
  const [from, to] = [versionsOf(before), versionsOf(after)];
  const requests = [...new Set([...from.keys(), ...to.keys()])].filter(request => from.get(request) !== to.get(request));
  return requests.map(request => {
    const [was, becomes] = [from.get(request), to.get(request)];
    return { request, ...(was === undefined ? {} : { from: was }), ...(becomes === undefined ? {} : { to: becomes }) };
  });
}
