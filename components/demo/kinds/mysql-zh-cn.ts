import { demo } from '@/lib/words/zh-CN/demo'
import { mysql, own } from '@/lib/words/zh-CN/demo/mysql'
import { speakOfMysql } from './mysql'

speakOfMysql(demo, mysql, own)
