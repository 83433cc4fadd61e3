import { useEffect, useState } from 'preact/hooks'

/** What is fetched when it is first wanted: null until it is there, or `failed`. `load` is always the same function. */
export function useFetched<T extends object>(load: () => Promise<T>): T | 'failed' | null {
  const [fetched, setFetched] = useState<T | 'failed' | null>(null)
  useEffect(() => {
    load().then(
      (part) => setFetched(part),
      () => setFetched('failed'),
    )
  }, [load])
  return fetched
}
