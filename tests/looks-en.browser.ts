// Every page in English, and those in no language. The Chinese ones are a file of their own, so that two workers share the pages.
import { looks, pathsWhere } from './looks'

looks(pathsWhere((path) => !path.startsWith('zh-CN/')))
