/** Where people pay online, and who signs for it. */
export interface PaymentPort {
  /** What screens call it. */
  readonly name: string;
  /** Number the office has at the port. */
  readonly merchant: string;
  /** Address of its cashier: an own path for the stand-in of the demo office. */
  readonly cashier: string;
  /** Signs orders and messages both ways. */
  readonly secret: Uint8Array;
  /** The stand-in that arrives with the program. */
  readonly local: boolean;
}

/** Payment ports of offices; null = nobody pays online. */
export interface Payments {
  port(office: string): Promise<PaymentPort | null>;
}
