/** To come. */
export const LoginPage = () => null;
