/** To come. */
export const AccountPage = () => null;
