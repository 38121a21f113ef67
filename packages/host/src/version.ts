/** Version of the product, as health and the OpenAPI document tell it; raised with the root package. */
export const VERSION = '0.1.0';
