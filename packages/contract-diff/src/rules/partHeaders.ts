import { Header, Media } from '../model/types';

/** A header of a part of a multipart message, on one side and perhaps on the other. */
export interface PartHeader {
  part: string;
  header: string;
  ours: Header;
  theirs: Header | undefined;
}

/** Headers of parts as one side has them; none where there are no parts. */
export function partHeaders(side: Media, other: Media): PartHeader[] {
  if (![side, other].every(media => media.type.startsWith('multipart/'))) return [];
  return [...side.encoding].flatMap(([key, { name, headers }]) =>
    [...headers].map(([header, ours]) => ({
      part: name,
      header,
      ours,
      theirs: other.encoding.get(key)?.headers.get(header),
    })),
  );
}

/** Headers that parts must carry by `wanted` and need not by `other`. */
export function partHeadersBeyond(wanted: Media, other: Media): PartHeader[] {
  return partHeaders(wanted, other).filter(({ ours, theirs }) => ours.required && !theirs?.required);
}

/** A document whose only operation takes an upload, or answers with one, whose part may have to carry a header. */
export function uploading(required: boolean | undefined, answers = false): object {
  const schema = { type: 'object', properties: { file: { type: 'string', format: 'binary' } } };
  const headers = required === undefined ? {} : { 'X-Digest': { required, schema: { type: 'string' } } };
  const content = { 'multipart/form-data': { schema, encoding: { file: { headers } } } };
  return {
    paths: {
      '/a': {
        post: answers ? { responses: { 200: { content } } } : { requestBody: { content }, responses: {} },
      },
    },
  };
}
