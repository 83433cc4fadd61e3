export { PANELS } from '@/components/demo/panels/all'
export { lists } from '@/lib/words/zh-CN/demo/lists'
