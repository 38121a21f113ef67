import { bytesInWords, type FileRef, type FilesField } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { useRef, useState } from 'react';
import { englishSentence, sentenceOf, useShared, type Words } from '@zhitongche/ui';
import { type FileHome, sendFile } from '../file-home.ts';
import { fileRefs } from './file-refs.ts';
import { readVersion } from './read-version.ts';

/** A file on its way, or refused and why. */
export interface Sending {
  readonly id: number;
  readonly file: File;
  /** 0…1 of its bytes have left. */
  readonly share: number;
  readonly problem?: string;
  readonly stop: AbortController;
}

/** What can be said before sending: the server looks into the file itself. */
const refusal = (field: FilesField, file: File, say: Words['say']): string | undefined => {
  const extension = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase();
  if (!field.accept.includes(extension))
    return say(
      `不接受这种格式，请上传 ${field.accept.join('、')} 文件`,
      `This kind of file is not taken; choose ${field.accept.join(', ')}`,
    );
  if (file.size > field.maxBytes)
    return say(
      `文件为 ${bytesInWords(file.size)}，请压缩到 ${bytesInWords(field.maxBytes)} 以内`,
      `It has ${bytesInWords(file.size)}; ${bytesInWords(field.maxBytes)} at most`,
    );
  return file.size === 0 ? say('这是一个空文件，请重新选择', 'This file is empty') : undefined;
};

/** What the uploads of a field are for. */
interface Uploading {
  readonly field: FilesField;
  readonly home: FileHome;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  /** Prepared papers come back here: their version is read from what arrives. */
  readonly versions: boolean;
}

/** Sends files of one field; several at once, each adding itself to the answer as it stands when it ends. */
export const useUploads = ({ field, home, value, onChange, versions }: Uploading) => {
  const { say, language } = useShared();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const next = useRef(0);
  // Uploads end in any order, some before the answer they follow has been drawn.
  const arrived = useRef<readonly FileRef[]>([]);
  const kept = fileRefs(value);

  const put = (refs: readonly FileRef[]): void =>
    onChange(refs.length > 0 ? refs.map((r) => ({ ...r })) : undefined);
  const change = (id: number, changed: Partial<Sending> | null): void =>
    setSending((all) =>
      all.flatMap((s) => (s.id !== id ? [s] : changed === null ? [] : [{ ...s, ...changed }])),
    );

  const send = async (file: File): Promise<void> => {
    next.current += 1;
    const id = next.current;
    const stop = new AbortController();
    const problem = refusal(field, file, say);
    setSending((all) => [...all, { id, file, share: 0, stop, ...(problem ? { problem } : {}) }]);
    if (problem) return;
    try {
      const [sent, version] = await Promise.all([
        sendFile(
          { home, photo: field.photo !== undefined },
          file,
          (share) => change(id, { share }),
          stop.signal,
        ),
        versions ? readVersion(file) : undefined,
      ]);
      const ref = version === undefined ? sent : { ...sent, version };
      arrived.current = [...arrived.current, ref];
      put(arrived.current);
      change(id, null);
    } catch (error) {
      change(
        id,
        stop.signal.aborted
          ? null
          : { problem: language === 'en' ? englishSentence(error) : sentenceOf(error) },
      );
    }
  };

  return {
    kept,
    sending,
    take: (files: FileList | null): void => {
      if (!sending.some((s) => !s.problem)) arrived.current = kept;
      const room = field.maxFiles - arrived.current.length - sending.filter((s) => !s.problem).length;
      for (const file of [...(files ?? [])].slice(0, Math.max(0, room))) void send(file);
    },
    /** Says which version a file is; nothing = none is known. */
    call: (id: string, version: string): void =>
      put(
        kept.map((ref) => {
          if (ref.id !== id) return ref;
          const { version: _before, ...rest } = ref;
          return version === '' ? rest : { ...rest, version };
        }),
      ),
    remove: (id: string): void => {
      arrived.current = arrived.current.filter((r) => r.id !== id);
      put(kept.filter((r) => r.id !== id));
    },
    stop: (s: Sending): void => (s.problem ? change(s.id, null) : s.stop.abort()),
  };
};
