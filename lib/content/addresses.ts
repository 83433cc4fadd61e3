/** The pages beside the articles that have no text of their own in `content`: their slugs, the same in every language. */
export const GLOSSARY = 'glossary'
export const SYMPTOMS_PAGE = 'symptoms'

/** The article that is made of questions and their answers. */
export const FAQ = 'faq'

/** How to link here. */
export const LINK_PAGE = 'link'
