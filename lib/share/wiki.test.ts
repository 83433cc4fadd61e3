import { expect, it } from 'vitest'
import { embedded, WIKI_FORMS } from './wiki'

const link = {
  title: 'Who <believes> what & why [1] · a|b',
  url: 'https://wiki.example/en/split-brain/?demo=split-brain&seed=9#why',
}

it('is a titled link where rich text is pasted, and its address elsewhere', () => {
  expect(WIKI_FORMS.titled(link)).toEqual({
    text: link.url,
    html: '<a href="https://wiki.example/en/split-brain/?demo=split-brain&amp;seed=9#why">Who &lt;believes&gt; what &amp; why [1] · a|b</a>',
  })
})

it('keeps what a title says apart from the marks of each markup', () => {
  expect(WIKI_FORMS.markdown(link).text).toBe(`[Who \\<believes\\> what & why \\[1\\] · a|b](${link.url})`)
  expect(WIKI_FORMS.confluence(link).text).toBe(`[Who <believes> what & why \\[1\\] · a\\|b|${link.url}]`)
  expect(WIKI_FORMS.address(link)).toEqual({ text: link.url })
})

it('stands in a frame whose attributes hold whatever a title says', () => {
  const { text } = embedded({ title: 'a "b" <c>', url: 'https://wiki.example/embed/x/?a=1&b=2' })
  expect(text).toContain('src="https://wiki.example/embed/x/?a=1&amp;b=2" title="a &quot;b&quot; &lt;c&gt;"')
  expect(text).toContain('sandbox="allow-scripts"')
})
