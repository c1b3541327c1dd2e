import { Media } from '../model/types';

/** A header that a part of a multipart message has to carry on one side alone. */
export interface PartHeader {
  part: string;
  header: string;
}

/** Headers that parts must carry by `wanted` and need not by `other`. */
export function partHeadersBeyond(wanted: Media, other: Media): PartHeader[] {
  if (![wanted, other].every(media => media.type.startsWith('multipart/'))) return [];
  return [...wanted.encoding].flatMap(([part, { requiredHeaders }]) => {
    const known = new Set(other.encoding.get(part)?.requiredHeaders);
    return requiredHeaders.filter(header => !known.has(header)).map(header => ({ part, header }));
  });
}

/** A document whose only operation takes an upload, or answers with one, whose part may have to carry a header. */
export function uploading(required: boolean, answers = false): object {
  const schema = { type: 'object', properties: { file: { type: 'string', format: 'binary' } } };
  const encoding = { file: { headers: { 'X-Digest': { required, schema: { type: 'string' } } } } };
  const content = { 'multipart/form-data': { schema, encoding } };
  return {
    paths: {
      '/a': {
        post: answers ? { responses: { 200: { content } } } : { requestBody: { content }, responses: {} },
      },
    },
  };
}
