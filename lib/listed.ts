/** Whether search engines may list the site; `NOINDEX=1` has a build ask them not to. */
export const listed = process.env.NOINDEX !== '1'
