/** Pages of the administrators. */
export const adminRoutes = [] as const;
