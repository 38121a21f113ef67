/** To come. */
export const TotpPage = () => null;
