import type { Reply } from '@zhitongche/contract/web';

/** A service as the catalogue lists it. */
export type ServiceCard = Reply<'services'>[number];

/** Services a person may mean by what was typed: words of the name or of what it is for, or the initials of its sounds. */
export const findServices = (services: readonly ServiceCard[], wanted: string): readonly ServiceCard[] => {
  const words = wanted
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return services.filter(({ name, what, category, occasion, initials, en }) => {
    const text = `${name} ${category} ${occasion} ${what} ${en}`.toLowerCase();
    return words.every((word) => text.includes(word) || (/^[a-z]+$/.test(word) && initials.includes(word)));
  });
};

/** Services under the heading one looks for them by, in the order they come. */
export const grouped = (
  services: readonly ServiceCard[],
  by: 'occasion' | 'category',
): readonly (readonly [string, readonly ServiceCard[]])[] => {
  const groups = new Map<string, ServiceCard[]>();
  for (const one of services) groups.set(one[by], [...(groups.get(one[by]) ?? []), one]);
  return [...groups];
};
