import type { ListedTenant } from './useTenantList.ts';

/** @returns the tenants whose name, slug or id has every word of the search somewhere in it, in any case. */
export function findTenants(tenants: readonly ListedTenant[], search: string): ListedTenant[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return tenants.filter(({ name, slug, id }) => {
    const text = `${name} ${slug} ${id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
