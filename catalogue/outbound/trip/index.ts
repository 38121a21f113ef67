/** 因公临时出国任务: the version filed today, and those that cases still follow. */
export { current as outboundTrip } from './current.ts';
export { outboundTripV1 } from './v1/index.ts';
