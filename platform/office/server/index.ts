export { makeOffices } from './make-offices.ts';
export { type CodedPolicy, policyMac } from './policy-mac.ts';
export { unitsBelow } from './units-below.ts';
