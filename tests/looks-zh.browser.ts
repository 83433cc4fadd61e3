// Every page in Chinese.
import { looks, pathsWhere } from './looks'

looks(pathsWhere((path) => path.startsWith('zh-CN/')))
