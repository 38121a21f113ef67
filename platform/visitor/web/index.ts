export { EnglishHome } from './EnglishHome.tsx';
export { PartySwitch } from './PartySwitch.tsx';
export { StatusCode } from './StatusCode.tsx';
