import { describe, expect, it } from 'vitest';
import citizens from '../../vectors/citizen-id.json' with { type: 'json' };
import codes from '../../vectors/uscc.json' with { type: 'json' };
import { parseCitizenId, upgradeCitizenId } from './citizen-id.ts';
import { parseEmail, parsePhone } from './contact.ts';
import { documentHints, parsePassportNumber } from './passport.ts';
import { parseUscc } from './uscc.ts';

describe('citizen identity number, GB 11643', () => {
  it.each(citizens.cases)('$id is read as the standard says', (vector) => {
    if (vector.upgraded !== undefined) {
      expect(upgradeCitizenId(vector.number)).toBe(vector.upgraded);
      return;
    }
    const read = parseCitizenId(vector.number);
    if (vector.id === 'bad-fullwidth') {
      // Accepted while typing, but what is stored is never the full-width text.
      expect(read).toMatchObject({ ok: true, value: { number: '11010519491231002X' } });
      return;
    }
    expect(read.ok).toBe(vector.valid);
    if (read.ok) {
      expect(read.value.number).toBe(vector.normalised ?? vector.number);
      if (vector.region !== undefined) {
        expect(read.value).toMatchObject({ region: vector.region, birth: vector.birth, sex: vector.sex });
      }
    }
  });

  it('names a wrong date and a wrong check character together', () => {
    const read = parseCitizenId('110105189102300011');
    expect(read.ok ? [] : read.problems.map((p) => p.code)).toEqual(['citizen-id.birth', 'citizen-id.check']);
  });

  it('refuses a birth after today', () => {
    expect(parseCitizenId('11010519491231002X', '1949-12-30').ok).toBe(false);
    expect(parseCitizenId('11010519491231002X', '1949-12-31').ok).toBe(true);
  });

  it('accepts the number as pasted with spaces', () => {
    expect(parseCitizenId(' 110105 19491231 002x ').ok).toBe(true);
  });

  it('does not choke on ten megabytes', () => {
    expect(parseCitizenId('1'.repeat(10_000_000)).ok).toBe(false);
  });
});

describe('unified social credit code, GB 32100', () => {
  it.each(codes.cases)('$id is read as the standard says', (vector) => {
    const read = parseUscc(vector.code);
    expect(read.ok).toBe(vector.valid);
    if (!read.ok) return;
    expect(read.value.code).toBe(vector.normalised ?? vector.code);
    if (vector.region === undefined) return;
    expect(read.value).toMatchObject({
      department: vector.department,
      category: vector.category,
      region: vector.region,
      organisationCode: vector.organisation_code,
      warnings: [],
    });
  });

  it('only warns when the organisation code inside fails its own check', () => {
    // 91350100M000100Y43 with position 17 changed and position 18 made to fit.
    const read = parseUscc('91350100M000100Y56');
    const codesFound = read.ok ? read.value.warnings.map((w) => w.code) : read.problems.map((p) => p.code);
    expect(codesFound).toContain('uscc.organisation-check');
    expect(read.ok).toBe(true);
  });
});

describe('passports and permits', () => {
  it.each([
    ['e12345678', 'E12345678', 'ordinary'],
    ['SE1234567', 'SE1234567', 'service'],
    ['P.1234567', 'P1234567', 'public-affairs'],
    ['CA0000001', 'CA0000001', 'hk-macao-permit'],
  ])('%s is kept as %s and looks like a %s document', (raw, stored, type) => {
    expect(parsePassportNumber(raw)).toEqual({ ok: true, value: stored });
    expect(documentHints(stored).map((hint) => hint.type)).toEqual([type]);
  });

  it('takes foreign numbers without a hint and refuses what cannot be a number', () => {
    expect(parsePassportNumber('X4RTBPFW4')).toEqual({ ok: true, value: 'X4RTBPFW4' });
    expect(documentHints('X4RTBPFW4')).toEqual([]);
    expect(parsePassportNumber('护照遗失').ok).toBe(false);
    expect(parsePassportNumber('').ok).toBe(false);
  });
});

describe('telephone and e-mail', () => {
  it.each([
    ['138 0013 8000', '13800138000'],
    ['０３１１－８７８０１２３４', '0311-87801234'],
    ['010-65963114-201', '010-65963114-201'],
    ['+49 30 27588-0', '+493027588-0'],
    ['400-810-1234', '400-810-1234'],
  ])('%s is kept as %s', (raw, stored) => {
    expect(parsePhone(raw)).toEqual({ ok: true, value: stored });
  });

  it.each(['12345', '23800138000', '+', '手机', '1380013800a'])('%s is no telephone number', (raw) => {
    expect(parsePhone(raw).ok).toBe(false);
  });

  it('lowers only the domain of an address', () => {
    expect(parseEmail(' Li.Ming@Example.COM ')).toEqual({ ok: true, value: 'Li.Ming@example.com' });
  });

  it.each(['li', 'li@', '@example.com', 'a b@example.com', 'li@example', 'li@-a.com', 'li..m@example.com'])(
    '%s is no address',
    (raw) => {
      expect(parseEmail(raw).ok).toBe(false);
    },
  );
});
