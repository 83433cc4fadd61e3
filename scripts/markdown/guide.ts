import type { Element } from 'hast'
import { QUESTION_NAMES, USUAL } from '@/lib/guide/answers'
import { attribute, isElement } from './elements'

/** Whether an element counts with the usual answers: the guide to the settings holds what every answer leads to, and a style sheet hides the rest. */
export function isUsual(it: Element): boolean {
  return QUESTION_NAMES.every((question) => {
    const answer = attribute(it, `data${question.charAt(0).toUpperCase()}${question.slice(1)}`)
    return answer === undefined || answer === USUAL[question]
  })
}

/** An element with what in it counts with the usual answers. */
export function usual(it: Element): Element {
  const children = it.children.filter((child) => !isElement(child) || isUsual(child))
  return { ...it, children: children.map((child) => (isElement(child) ? usual(child) : child)) }
}
