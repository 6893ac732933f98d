import { withArticle } from '../../../../functions/src/contract/roleWords.ts';
import { useAuth } from '../../shared/session/AuthContext.ts';
import { useTenantNames } from '../../shared/session/useTenantNames.ts';

/** More than this are found in the switcher at the top of the page. */
const LISTED_MAX = 3;

/** @returns the other tenants in which the person is active, as what, where they are few */
export function useElsewhere(tenantId: string): { tenantId: string; name: string; role: string }[] {
  const { memberships } = useAuth();
  const others = memberships.filter((each) => each.tenantId !== tenantId && each.state === 'active');
  const listed = others.length > LISTED_MAX ? [] : others;
  const names = useTenantNames(listed.map((each) => each.tenantId));
  return listed.flatMap(({ tenantId: other, role }) => {
    const name = names.get(other);
    return name === undefined ? [] : [{ tenantId: other, name, role: withArticle(role) }];
  });
}
