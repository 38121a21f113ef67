import { actorOf } from '@zhitongche/account/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handlers } from '../../../apps/server/src/http/handlers.ts';
import { buildHttp } from '../../../apps/server/src/http/http.ts';
import { type ApostilleOffice, apostilleOffice, filed, passedCourse, signed } from './testing/world.ts';

let office: ApostilleOffice;
let http: Awaited<ReturnType<typeof buildHttp>>;
beforeAll(async () => {
  office = await apostilleOffice();
  await passedCourse(office, office.head, '2026-03-02');
  await signed(office, await filed(office));
  http = await buildHttp({ app: office.t.app, handlers, actorOf });
  await http.ready();
}, 60_000);
afterAll(async () => {
  await http.close();
  await office.t.drop();
});

const ask = async (number: string, issuedOn: string, remoteAddress: string) => {
  const { statusCode, body, headers } = await http.inject({
    method: 'POST',
    url: '/api/public/registers/apostille-book',
    payload: { given: { number, issuedOn } },
    remoteAddress,
  });
  const { date: _date, 'x-request-id': _id, ...same } = headers;
  return { statusCode, body, headers: same };
};

it('a wrong pair, an unknown number and too many questions are answered alike, byte for byte', async () => {
  const right = await ask('A2026-1', '2026-03-02', '10.0.0.1');
  expect(JSON.parse(right.body)).toMatchObject({ found: true, stage: '有效' });
  const wrong = await ask('A2026-1', '2026-03-03', '10.0.0.2');
  expect(wrong.statusCode).toBe(200);
  expect(await ask('A2026-999', '2026-03-02', '10.0.0.3')).toEqual(wrong);
  // From one address sixty a minute: whoever guesses on learns nothing, and not even that.
  const answers = [];
  for (let n = 0; n < 61; n += 1) answers.push(await ask('A2026-1', '2026-03-02', '10.0.0.4'));
  expect(answers.filter(({ body }) => body === right.body)).toHaveLength(60);
  expect(answers.at(-1)).toEqual(wrong);
});

it('the registers strangers may ask are listed with what must be known, never what is in them', async () => {
  const { body } = await http.inject({ url: '/api/public/registers' });
  expect(JSON.parse(body)).toEqual([
    {
      code: 'apostille-book',
      name: '附加证明书登记簿',
      en: 'Register of apostilles',
      by: [
        { key: 'number', label: '编号', en: 'Number', day: false },
        { key: 'issuedOn', label: '签发日期', en: 'Date of issue', day: true },
      ],
    },
  ]);
});
