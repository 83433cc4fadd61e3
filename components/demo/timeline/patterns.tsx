/** @jsxImportSource preact */
/** The fills that tell fates apart without their colours. Ids are per figure: several stand on one page. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-lost`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" class="demo-fill-lost" />
        <path d="M0 0V5" class="demo-weave" />
      </pattern>
      <pattern id={`${id}-risk`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" class="demo-fill-risk" />
        <rect width="6" height="2.5" class="demo-fill-panel" opacity="0.55" />
      </pattern>
      <pattern id={`${id}-overlap`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V7" class="demo-hatch" />
      </pattern>
    </defs>
  )
}

/** The `fill` of a fate: a pattern of this figure where its colour alone would not do. */
export function fillOf(id: string, fate: string): string | undefined {
  return fate === 'lost' || fate === 'risk' ? `url(#${id}-${fate})` : undefined
}
