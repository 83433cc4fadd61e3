import type * as english from '../en/link-page'

export const linkPage: typeof english.linkPage = {
  title: '链接与嵌入',
  description: '怎样从 wiki 链接到某一节，或链接到演示的当前状态；粘贴到哪里用哪种格式；链接能保证什么。',
  lede: '每一节都有地址，演示的每个状态（配置、随机种子、时刻）也有。粘贴一次，就进了你的 wiki。',
  example: (title) => `${title}（min-replicas-to-write 1）`,
  sections: {
    places: {
      title: '链接到某一节、某个术语、某个演示',
      text: [
        '把鼠标移到标题上，或用 Tab 键移过去，点它旁边的 `#`：页面跳到那里，带标题的链接也进了剪贴板；下方的菜单里还有别的格式。演示顶部的“链接”也是这样用。某一节的地址：',
        '标题、术语、症状和演示的 id 两种语言相同：把地址里的 `zh-CN` 换成 `en`，就是英文版的同一处。',
      ],
    },
    demos: {
      title: '链接到演示的当前状态',
      text: [
        '改配置、换种子、跳到某个时刻、切换标签页，地址栏都会跟着变；浏览器的后退键可以逐步退回。复制网址，或点演示顶部的“链接”。地址可读，也可以手写：',
        '`demo` 是页面上的哪个演示，接着是按原名写的配置，以及 `seed`（随机种子）、`at`（秒数，或关键时刻的名字）、`tab`（标签页）。`k` 是模拟程序的版本，`end` 是结果的指纹，手写时都可以省略。打开后页面会自动滚动到演示；想停在别处，加上 `#` 和那一节的 id。',
        '链接无法识别，或者演示不接受其中的配置，演示旁边会写明原因，显示的是页面原来的演示。如果模拟程序后来有过修正、结果变了，也会写明，显示的是现在的结果。',
      ],
    },
    wiki: {
      title: '粘贴到 wiki',
      text: [
        '飞书、语雀、Confluence、Notion、SharePoint：光标放好，粘贴，就是一个带标题的链接。在终端、地址栏这类只收纯文本的地方，同一次粘贴得到的是网址。',
        '内网的 http 站点也能复制。浏览器不允许时，内容会选中在一个框里，手动复制即可。',
      ],
    },
    markup: {
      title: '粘贴为 Markdown 或 Confluence 标记',
      text: ['在菜单里选格式。Git、GitLab、语雀、飞书、Notion 用 Markdown；Confluence 旧编辑器、“插入标记”和 Jira 用后一种：'],
    },
    embed: {
      title: '把演示嵌入自己的页面',
      text: [
        '有名字的场景，其演示都有供 iframe 使用的独立页面，接受同样的参数，另有 `theme=light` 或 `dark`；只需要 `sandbox="allow-scripts"`。演示的链接菜单里可以复制这段 HTML；下面的脚本让框的高度随内容变化：',
        '每个这样的页面旁边还有关键时刻的图、文字版的经过和 oEmbed 描述，供不支持 iframe 的 wiki 使用。',
      ],
    },
    configuration: {
      title: '复制配置文件',
      text: [
        '从页面上复制的 `redis.conf`、`sentinel.conf`、`my.cnf`，第一行是注释，写明出处：哪一节，或者哪个演示、当时选了哪些配置。日后在仓库里看到这几行的人，能找到当初的理由。',
      ],
    },
    promise: {
      title: '哪些不会变',
      text: [
        '发布过的地址永远指向原来的内容，有一个失效，本站的测试就不通过。邮件系统或 wiki 附加的参数（`utm_source` 之类）会原样保留，不影响打开。',
      ],
    },
  },
}
