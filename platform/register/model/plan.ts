/** How a plan is shown against what was done. */
export interface Plan {
  /** Measure of what was done outside of it, by organisation; absent = nobody counts it. */
  readonly outside?: string;
  /** Measure of how much of it was done. */
  readonly rate?: string;
  /** What one of its matters is called; absent = 办件. */
  readonly matter?: string;
  /** What is said of its matters on their way: 在外, 进行中. */
  readonly underWay: string;
  /** What is said of those that ended: 已回国, 已完成. */
  readonly ended: string;
}
