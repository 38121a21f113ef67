import { readXml } from '@zhitongche/formats';

/** Relationships an office program follows by itself when a document is opened (ECMA-376 part 1, §15); links wait for a click. */
const FOLLOWED = /\/(attachedTemplate|oleObject|subDocument|aFChunk|frame)$/;
/** Places beyond the own machine: an address of the network, or a share of another machine. */
const ELSEWHERE = /^\s*((?!file:)[a-z][a-z0-9+.-]+:|file:\/*\\\\|file:\/\/[^/]|\\\\|\/\/)/i;

const textOf = (bytes: Uint8Array): string => {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const turned = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(wide ? 'utf-16le' : turned ? 'utf-16be' : 'utf-8').decode(bytes);
};

/** Whether the relationships of a document (a `.rels` part) make opening it fetch something, or cannot be read to know. */
export function fetches(rels: Uint8Array): boolean {
  let found = false;
  const problem = readXml(textOf(rels), {
    open: (tag, { Type = '', Target = '', TargetMode = '' }) => {
      if (
        tag === 'Relationship' &&
        TargetMode === 'External' &&
        FOLLOWED.test(Type) &&
        ELSEWHERE.test(Target)
      )
        found = true;
    },
  });
  return found || problem !== null;
}
