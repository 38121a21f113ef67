import { describe, expect, it } from 'vitest';
import { innerAddress } from './inner-address.ts';

describe('where log-in leads', () => {
  it('back to the page one came for', () => {
    expect(innerAddress('/desk/cases/1?tab=todo')).toBe('/desk/cases/1?tab=todo');
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    undefined,
  ])('never to another site: %s', (next) => {
    expect(innerAddress(next)).toBe('/');
  });

  it('not in circles', () => {
    expect(innerAddress('/login?next=/')).toBe('/');
  });
});
