/** What ran, by name: recordings have a bare version of Redis, of any other server its name before it. */
export function serverName(server: string): string {
  return /^\d/.test(server) ? `Redis ${server}` : server
}
