import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { browserFiles, fileAt } from '../../../../apps/web/testing/browser-files.ts';
import { DEVICE_KEY, makeOwnStore, type OwnStore } from './own-store.ts';

/** A browser's storage, whose keys are its own properties as in a browser. */
class Shelf {
  [key: string]: unknown;
  getItem = hidden((key: string) => (Object.hasOwn(this, key) ? String(this[key]) : null));
  setItem = hidden((key: string, text: string) => void (this[key] = text));
  removeItem = hidden((key: string) => void Reflect.deleteProperty(this, key));
  constructor() {
    for (const name of ['getItem', 'setItem', 'removeItem'])
      Object.defineProperty(this, name, { enumerable: false });
  }
}
function hidden<T>(method: T): T {
  return method;
}

let disk: Shelf;
let today: string;
let own: OwnStore;
const opened = () =>
  makeOwnStore(
    () => disk as unknown as Storage,
    () => new Date(today),
  );
const onDisk = () => JSON.stringify({ ...disk });

beforeEach(() => {
  disk = new Shelf();
  today = '2026-03-02T01:00:00Z';
  own = opened();
  own.open('wang');
  own.write('draft', 'wang', 'case-1', '身份证号 110101199003070011');
  own.write('budget-draft', 'wang', 'budget-1', '未公开预算 21.4万元');
  own.write('faults', 'wang', 'case-2', '护照号不符');
  own.write('inbox-columns', 'wang', '', '["light"]');
  disk[DEVICE_KEY] = '{"theme":"dark"}';
});

describe('what a browser keeps of people', () => {
  test('is gone from the device after log-out, columns and colours aside', () => {
    own.close(true);
    expect(Object.keys(disk).toSorted()).toEqual([DEVICE_KEY, 'inbox-columns:wang:']);
    own.open('wang');
    expect(own.read('draft', 'wang', 'case-1')).toBeNull();
  });

  test('is gone from the device when the server knows the session no more, also what is written after that', () => {
    own.close(false);
    own.write('draft', 'wang', 'case-1', '身份证号 110101199003070011，改');
    expect(onDisk()).not.toMatch(/1101|预算|护照/);
  });

  test('is there again, from the memory of the page, when the same person signs in again', () => {
    own.close(false);
    own.write('draft', 'wang', 'case-1', '改');
    own.open('wang');
    expect(own.read('draft', 'wang', 'case-1')).toBe('改');
    expect(own.read('faults', 'wang', 'case-2')).toBe('护照号不符');
    expect(onDisk()).toContain('护照号不符');
  });

  test('is not handed to the next person on the same machine, in memory or on disk', () => {
    own.close(false);
    own.open('li');
    own.close(false);
    own.open('wang');
    expect(own.read('draft', 'wang', 'case-1')).toBeNull();
    expect(onDisk()).not.toMatch(/1101|预算|护照/);
  });

  test('is taken away when another signs in though nobody logged out', () => {
    opened().open('li');
    expect(Object.keys(disk)).toEqual([DEVICE_KEY]);
  });

  test.each(['full', 'closed to us'])('does not bring the page to a stop where the storage is %s', (how) => {
    own = makeOwnStore(
      () => {
        if (how === 'closed to us') throw new DOMException('denied', 'SecurityError');
        return Object.assign(new Shelf(), {
          setItem: () => {
            throw new DOMException('full', 'QuotaExceededError');
          },
        }) as unknown as Storage;
      },
      () => new Date(today),
    );
    own.open('wang');
    own.write('draft', 'wang', 'case-1', '改');
    const { write } = own;
    let written = 0;
    own.write = (...what) => {
      written += 1;
      if (written > 100) throw new Error('writes the same for ever');
      write(...what);
    };
    own.open('wang');
    expect(own.read('draft', 'wang', 'case-1')).toBe('改');
  });

  test('does not lie there for longer than a week, and nothing lies there that is not known', () => {
    disk['faults:case-9'] = '[{"at":"members.0","message":"护照号不符"}]';
    disk['draft:wang:case-3'] = '{"answers":{}}';
    own.sweep();
    expect(Object.keys(disk)).not.toContain('faults:case-9');
    expect(Object.keys(disk)).not.toContain('draft:wang:case-3');
    today = '2026-03-08T01:00:00Z';
    own.sweep();
    expect(own.read('draft', 'wang', 'case-1')).not.toBeNull();
    today = '2026-03-10T01:00:00Z';
    own.sweep();
    expect(Object.keys(disk).toSorted()).toEqual([DEVICE_KEY, 'inbox-columns:wang:']);
  });

  test('leaves alone what the screen of a window has not sent: it is nobody’s and outlives every log-in', () => {
    own.keepKiosk({ ratings: [1, 2] });
    own.open('zhao');
    own.close(true);
    own.sweep();
    today = '2026-04-30T01:00:00Z';
    const again = opened();
    again.sweep();
    expect(again.kiosk()).toEqual({ ratings: [1, 2] });
  });

  test('is written through this one room: no other file touches what a browser keeps, except for the program’s own files', () => {
    const touching = (kept: RegExp) =>
      browserFiles().filter((file) => kept.test(readFileSync(fileAt(file), 'utf8')));
    expect(touching(/\b(localStorage|sessionStorage)\b/)).toEqual([
      'platform/contract/web/offline/own-store.ts',
    ]);
    expect(touching(/\bindexedDB\b/)).toEqual(['platform/contract/web/offline/device.ts']);
    expect(touching(/\bcaches\.|document\.cookie/)).toEqual(['apps/web/src/app/service-worker.ts']);
  });

  test('is told as it was written, and as nothing where somebody wrote what cannot be read', () => {
    const filters = [{ name: '红灯', search: { light: 'red' } }];
    own.write('inbox-filters', 'wang', '', filters);
    expect(own.read('inbox-filters', 'wang')).toEqual(filters);
    disk['inbox-filters:wang:'] = '{"at":"2026-03-02T01:00:00Z","text":"{"}';
    expect(own.read('inbox-filters', 'wang')).toBeNull();
    disk[DEVICE_KEY] = 'dark';
    expect(own.look()).toBeNull();
    own.keepLook({ theme: 'dark' });
    expect(own.look()).toEqual({ theme: 'dark' });
  });
});
