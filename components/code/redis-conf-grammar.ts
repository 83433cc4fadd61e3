import type { LanguageRegistration } from 'shiki'

/**
 * redis.conf and sentinel.conf: a directive and its arguments on each line. A `#` opens a comment only at the start of a line;
 * after a value it is part of it, as it is for the server.
 */
export const redisConfGrammar: LanguageRegistration = {
  name: 'redis.conf',
  aliases: ['sentinel.conf'],
  scopeName: 'source.redis-conf',
  patterns: [
    { match: '^\\s*#.*$', name: 'comment.line' },
    {
      begin: '^\\s*([A-Za-z][\\w-]*)',
      beginCaptures: { 1: { name: 'keyword.other.directive' } },
      end: '$',
      patterns: [{ include: '#argument' }],
    },
  ],
  repository: {
    argument: {
      patterns: [
        { match: '"(?:\\\\.|[^"\\\\])*"', name: 'string.quoted.double' },
        { match: "'(?:\\\\'|[^'])*'", name: 'string.quoted.single' },
        { match: '(?<!\\S)(?:yes|no|everysec|always)(?!\\S)', name: 'constant.language' },
        { match: '(?<!\\S)-?\\d+(?:\\.\\d+)*(?:[kmg]b?)?(?!\\S)', name: 'constant.numeric' },
      ],
    },
  },
}
