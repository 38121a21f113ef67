/** To come. */
export const PasswordPage = () => null;
