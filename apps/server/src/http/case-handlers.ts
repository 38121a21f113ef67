import type { EndpointName } from '@zhitongche/contract';
import {
  inbox,
  myCases,
  caseSeats,
  caseView,
  viewOf,
  inboxCounts,
  notices,
  readNotices,
  paperFile,
  people,
  travellers,
  stuckPapers,
  actOnPage,
  actMany,
  openFrom,
  linkCases,
  namedCases,
  unlinkCases,
  beginCase,
  deleteDraft,
  saveDraft,
  rate,
  reveal,
} from '@zhitongche/case/server';
import { register, registers } from '@zhitongche/register/server';
import { deadlines, stats } from '@zhitongche/insight/server';
import type { Handlers } from '@zhitongche/core/server';
import { live } from './live.ts';
import { instanceOf } from './request-id.ts';

type Names = Extract<
  EndpointName,
  | 'createCase'
  | 'case'
  | 'saveDraft'
  | 'deleteDraft'
  | 'act'
  | 'actMany'
  | 'openFrom'
  | 'linkCases'
  | 'namedCases'
  | 'unlinkCases'
  | 'reveal'
  | 'rate'
  | 'myCases'
  | 'caseSeats'
  | 'inbox'
  | 'inboxCounts'
  | 'live'
  | 'notices'
  | 'readNotices'
  | 'people'
  | 'travellers'
  | 'paper'
  | 'stuckPapers'
  | 'stats'
  | 'deadlines'
  | 'registers'
  | 'register'
>;

/** The life of a case over HTTP; every line hands over to one use case or query. */
export const caseHandlers: Handlers<Names> = {
  createCase: ({ app, actor, body, key }) => beginCase(app, actor, { ...body, key }),
  case: ({ app, actor, params }) => caseView(app, actor, params.case),
  caseSeats: ({ app, actor, params }) => caseSeats(app, actor, params.case),
  saveDraft: ({ app, actor, params, body }) => saveDraft(app, actor, { caseId: params.case, ...body }),
  deleteDraft: async ({ app, actor, params }) => {
    await deleteDraft(app, actor, params.case);
    return undefined;
  },
  act: async ({ app, actor, params, body, key }) => {
    const page = await actOnPage(app, actor, { caseId: params.case, ...body, key });
    return page ? await viewOf(app, actor, page) : await caseView(app, actor, params.case);
  },
  openFrom: ({ app, actor, params, body, key }) =>
    openFrom(app, actor, { caseId: params.case, ...body, key }),
  linkCases: async ({ app, actor, params, body, key }) => {
    await linkCases(app, actor, { caseId: params.case, ...body, key });
    return await caseView(app, actor, params.case);
  },
  namedCases: ({ app, actor, body }) => namedCases(app, actor, body.numbers),
  unlinkCases: async ({ app, actor, params, body, key }) => {
    await unlinkCases(app, actor, { caseId: params.case, link: params.link, ...body, key });
    return await caseView(app, actor, params.case);
  },
  actMany: ({ app, actor, body, request }) => actMany(app, actor, body.items, instanceOf(request.id)),
  reveal: ({ app, actor, params, body, key }) => reveal(app, actor, { caseId: params.case, ...body, key }),
  rate: async ({ app, actor, params, body, key }) => {
    await rate(app, actor, { caseId: params.case, ...body, key });
    return undefined;
  },
  myCases: ({ app, actor, query }) => myCases(app, actor, query),
  inbox: ({ app, actor, query }) => inbox(app, actor, query),
  inboxCounts: ({ app, actor }) => inboxCounts(app, actor),
  live,
  notices: ({ app, actor, query }) => notices(app, actor, query.cursor),
  readNotices: async ({ app, actor, body }) => {
    await readNotices(app, actor, body.ids);
    return undefined;
  },
  people: ({ app, actor, query }) => people(app, actor, query),
  travellers: ({ app, actor, query }) => travellers(app, actor, query.q),
  paper: ({ app, actor, params, query }) =>
    paperFile(app, actor, params.case, params.paper, query.format ?? 'pdf'),
  stuckPapers: ({ app, actor }) => stuckPapers(app, actor),
  stats: ({ app, actor, query }) => stats(app, actor, query),
  deadlines: ({ app, actor }) => deadlines(app, actor),
  registers: ({ app, actor }) => registers(app, actor),
  register: ({ app, actor, params, query }) => register(app, actor, params.register, query),
};
