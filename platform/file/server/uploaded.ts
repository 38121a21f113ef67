import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '@zhitongche/core/server';

/**
 * The one file part of a multipart request; `limit` is its largest size in bytes.
 * @throws ProblemError: `file.missing`.
 */
export async function uploadedFile(request: FastifyRequest, limit: number): Promise<MultipartFile> {
  // One byte more than allowed: the reader then sees that it was too much instead of a file cut to size.
  const part = await request.file({ limits: { fileSize: limit + 1 }, throwFileSizeLimit: false });
  if (!part) throw new ProblemError(400, 'file.missing', '请求中没有文件。', 'The request carries no file.');
  return part;
}
