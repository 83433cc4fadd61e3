/** Version of the kernel's behaviour: a link made with another one may show another outcome. */
export const KERNEL = '2'
