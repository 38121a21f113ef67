import { describe, expect, test } from 'vitest';
import { built, textOf } from './testing/papers.ts';
import {
  accepted,
  asked,
  begun,
  countersigned,
  HANDLER,
  HEAD,
  inCity,
  rowsOf,
  throughUnit,
} from './testing/roads.ts';
import { noticesTold } from './told-once.ts';

const LETTER = [{ at: 'invitation', message: '邀请函缺签字' }];
const RESULTS = [{ at: 'results', message: '预期成果请量化' }];
const notices = (s: ReturnType<typeof begun>) => asked(s).filter((paper) => paper === 'correction');

describe('一次性告知: the applicant is told once of everything to be corrected (行政许可法第三十二条)', () => {
  test('neither handler nor head writes to the applicant: what they find goes to the accepting desk', () => {
    for (const [who, s] of [
      [HANDLER, accepted(begun())],
      [HEAD, countersigned(begun())],
    ] as const) {
      expect(s.open(who).flatMap(({ act, kind }) => (kind === 'correct' ? [act] : []))).toEqual(['found']);
      s.act(who, { act: 'found', faults: RESULTS });
      expect(s.state).toMatchObject({ step: 'telling', status: 'running' });
      expect(notices(s)).toEqual([]);
    }
  });

  test('the accepting desk sees what was found, adds what it sees itself, and all of it leaves as one notice', () => {
    const s = accepted(begun()).act(HANDLER, { act: 'found', faults: RESULTS });
    const [telling] = s.open('window').filter(({ act }) => act === 'correct');
    expect(telling?.faults).toEqual(RESULTS);
    s.act('window', { act: 'correct', faults: [...RESULTS, ...LETTER] });
    expect(s.state.status).toBe('correcting');
    expect(notices(s)).toEqual(['correction']);
    const text = textOf(built(s, 'correction', '某外补字〔2026〕1号'));
    for (const words of ['有2处需要补正', '预期成果请量化', '邀请函缺签字']) expect(text).toContain(words);
    expect(text).not.toContain('次告知');
  });

  test('once corrected, the desk that found it goes on', () => {
    for (const [who, s, step] of [
      [HANDLER, accepted(begun()), 'handler'],
      [HEAD, countersigned(begun()), 'division-head'],
    ] as const) {
      s.act(who, { act: 'found', faults: RESULTS }).act('window', { act: 'correct', faults: RESULTS });
      expect(s.submit().state).toMatchObject({ step, round: 2 });
    }
  });

  test('a second notice is possible only with the reason, which is printed and counted', () => {
    const s = throughUnit(begun()).act('window', { act: 'correct', faults: LETTER }).issueAll().submit();
    s.act('window', { act: 'accept' }).act(HANDLER, { act: 'found', faults: RESULTS });
    expect(s.open('window').map(({ act }) => act)).not.toContain('correct');
    const unexplained = s.refused('window', { act: 'correct-again', faults: RESULTS });
    expect(unexplained[0]?.at).toEqual(['opinion']);
    const opinion = '补正后的邀请函与预期成果不一致。';
    s.later(1).act('window', { act: 'correct-again', faults: RESULTS, opinion });
    expect(notices(s)).toHaveLength(2);
    const text = textOf(built(s, 'correction', '某外补字〔2026〕2号'));
    expect(text).toContain(`本次为第2次告知。所列事项在首次告知后新发现，原因：${opinion}`);
    expect(rowsOf('correction-notices', s).map(({ time, on, why }) => [time, on, why])).toEqual([
      [1, '2026-03-02', ''],
      [2, '2026-03-03', opinion],
    ]);
    const [telling] = s
      .later(1)
      .submit(s.state.answers)
      .act(HANDLER, { act: 'found', faults: LETTER })
      .open('window');
    expect(telling?.faults).toEqual(LETTER);
  });

  test('the accepting desk may find nothing to correct, and gives the case back to who asked', () => {
    const s = countersigned(begun()).act(HEAD, { act: 'found', faults: RESULTS });
    s.act('window', { act: 'not-needed', opinion: '申报材料第3页已写明。' });
    expect(s.state.step).toBe('division-head');
    expect(noticesTold(s.state)).toEqual([]);
  });

  test('a city that decides itself tells once as well', () => {
    const s = throughUnit(inCity({ policies: { 'outbound-trip.city-delegated': true } }));
    s.act('city-reviewer', { act: 'correct-formally', faults: LETTER }).submit();
    expect(s.open('city-reviewer').flatMap(({ act, kind }) => (kind === 'correct' ? [act] : []))).toEqual([
      'correct-again',
    ]);
  });
});
