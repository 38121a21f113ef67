/** To come. */
export const VerifyPage = () => null;
