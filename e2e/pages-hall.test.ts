import { goRound } from './harness/rounds.ts';
import { officeFixture } from './harness/fixture.ts';

const SECTIONS = ['basics', 'mission', 'members', 'itinerary', 'funding', 'publicity', 'materials', 'check'];

goRound(officeFixture(), [
  {
    who: null,
    why: 'a stranger',
    // Who is signed in is asked first and answered with 401; an unknown address is none of ours.
    expected: /401|404/,
    paths: [
      '/login',
      '/verify',
      '/verify/7K3D-Q9FM-2XTH',
      '/q',
      '/q/X',
      '/rate',
      '/kiosk',
      '/screen/00000000-0000-7000-8000-000000000000',
      '/open/budget',
      '/demo/messages',
      '/nowhere',
    ],
  },
  {
    who: 'commerce-filer',
    why: 'a clerk with a draft',
    paths: [
      '/hall',
      '/hall/services/outbound-trip',
      '/hall/cases',
      '/hall/notices',
      '/account',
      ...SECTIONS.map((s) => `/hall/cases/{云泽省商务厅职业教育交流团}/edit?s=${s}`),
      '/hall/cases/{云泽省商务厅职业教育交流团}',
    ],
  },
  {
    who: 'rail-filer',
    why: 'a clerk who corrects one case and travels with another',
    paths: [
      '/hall',
      '/hall/cases/{云泽轨道装备股份有限公司医疗合作代表团}',
      '/hall/cases/{云泽轨道装备股份有限公司医疗合作代表团}/edit?s=itinerary',
      '/hall/cases/{云泽轨道装备股份有限公司物流通道合作代表团}',
      '/hall/cases/{云泽轨道装备股份有限公司物流通道合作代表团}/acts/register-return',
      '/hall/cases/{云泽轨道装备股份有限公司物流通道合作代表团}/acts/ask-change',
    ],
  },
  {
    who: 'bailu-filer',
    why: 'a clerk who has filed nothing yet',
    paths: ['/hall', '/hall/cases', '/hall/notices'],
  },
]);
