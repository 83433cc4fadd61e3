import { demo } from '@/lib/words/en/demo'
import { mysql, own } from '@/lib/words/en/demo/mysql'
import { speakOfMysql } from './mysql'

speakOfMysql(demo, mysql, own)
