import { SaxesParser } from 'saxes';

/** Called as a document is read through: names come without their prefix, attributes with it. */
export interface XmlListener {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Reads XML through once; returns why it is not well-formed, or null. Document types and their entities are never expanded. */
export function readXml(xml: string, listener: XmlListener): string | null {
  const parser = new SaxesParser({ xmlns: false });
  let problem: string | null = null;
  parser.on('error', (error) => {
    problem ??= error.message;
  });
  parser.on('opentag', (tag) => listener.open?.(local(tag.name), tag.attributes));
  parser.on('closetag', (tag) => listener.close?.(local(tag.name)));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.write(xml).close();
  return problem;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
