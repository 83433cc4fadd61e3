/** @jsxImportSource preact */
/** What is woven over the fills that tell fates apart, and the hatching of a stretch. Ids are per figure: several stand on one page. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-lost`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V6" class="weave-lost" />
      </pattern>
      <pattern id={`${id}-risk`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="2.5" class="weave-risk" />
      </pattern>
      <pattern id={`${id}-overlap`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V8" class="weave-overlap" />
      </pattern>
    </defs>
  )
}

/** Fates that their colour alone would not tell from others. */
const WOVEN: readonly string[] = ['lost', 'risk']

/** The `fill` of what is woven over a fate in this figure; null where nothing is. */
export function weaveOf(id: string, fate: string): string | null {
  return WOVEN.includes(fate) ? `url(#${id}-${fate})` : null
}
