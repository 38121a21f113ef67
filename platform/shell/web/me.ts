import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery, type Me } from '@zhitongche/contract/web';

/** Who is signed in; only below the signed-in route, where somebody always is. */
export const useMe = (): Me => {
  const { data } = useSuspenseQuery(meQuery);
  return data;
};

/** Where a person's work starts. */
export const homeOf = (me: Me): '/desk' | '/hall' | '/admin' =>
  me.shells.includes('desk') ? '/desk' : me.shells.includes('admin') ? '/admin' : '/hall';

/** What somebody is at the office, in its own words: each role with its place, once however many codes it stands for. */
export const heldRoles = (me: Pick<Me, 'grants'>): readonly string[] => [
  ...new Set(me.grants.map(({ roleName, orgName }) => `${roleName}（${orgName}）`)),
];
